"""The reader in a browser on this machine: who may come in, a process for each tab, and their page."""
