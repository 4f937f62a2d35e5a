### A month that was returned: by when it is to be mended, and the reminder until it is.

mend-duty = Mend the returned report for { $period }
mend-why = Returned by the coordinator: { $items }
mend-item = { $names } ({ $reason })
mend-items-more = { $items }; and { $more } more
mend-by = Please mend it and send it again by { $due }.
