"""What the command line is made of: files of any format, a bar that shows how far they are read, and convert."""
