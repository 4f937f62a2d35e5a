# Completing the annual report.
year-heading = Completing the annual report { $year } · { $unit }
year-hint = Skip what is not available; what you have answered can be saved at any time.
year-noted = ✓ { $name }: { $shown }
ask-year-text = { $name }? Type the text for the report.
ask-year-count = { $name }? Type a number.
ask-year-criterion = { $name } ({ $what })? Type points reached of the most there are, such as 0,5/0,5
ask-year-points = { $name }? Type the points, for example 4,75
ask-year-save = { $count } new items. Save them for the annual report?
choice-save = Save
choice-save-now = Save and stop here
score_7_2_1-what = direction and reporting
score_7_2_2-what = issuing and applying internal processes
score_7_2_3-what = applying internal professional processes
score_7_2_4-what = applying processes for administrative procedures
score_7_2_5-what = arranging and keeping records
score_7_2_6-what = internal audit and corrective action
