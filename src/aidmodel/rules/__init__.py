"""What is judged once an object is built: one small function a rule, and check()."""
