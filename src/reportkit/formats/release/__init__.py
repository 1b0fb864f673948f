"""What a release demands: a module is a form."""
