# The choice just tapped, above the next question where that takes the place of the old message.
tap-chosen = ✓ { $choice }
