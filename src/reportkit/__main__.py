"""`python -m reportkit` is the `reportkit` command."""

import sys

from reportkit.cli.main import main

sys.exit(main())
