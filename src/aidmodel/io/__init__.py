"""Reading and writing; judging what was read is another floor's business."""
