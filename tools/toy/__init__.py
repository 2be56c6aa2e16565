"""Made-up data in the repository, on which every model and every command of tools can be tried."""
