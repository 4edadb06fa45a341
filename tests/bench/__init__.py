"""What Newsreel costs, side by side with a control and, where it is installed, with newsboat."""
