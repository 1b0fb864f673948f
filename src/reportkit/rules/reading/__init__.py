"""What rules read a review by: its prose with numbers, its sentences, the fields of its references."""
