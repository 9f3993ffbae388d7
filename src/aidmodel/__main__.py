"""``python -m aidmodel`` is the command line."""

import sys

from aidmodel.cli import main

if __name__ == "__main__":
    sys.exit(main())
