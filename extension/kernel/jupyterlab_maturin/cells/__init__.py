"""Which generation each cell of the notebook ran with, so that the cells to run again are known after a build."""
