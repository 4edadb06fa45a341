"""People by name: how names are printed, who is known, and whom a report names in full or in part."""
