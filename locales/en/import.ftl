# Importing a roster (command import): printed on the operator's screen.
import-read = Read { $rows } rows of { $file }.
import-units = Units: { $added } added, { $changed } changed, { $unchanged } unchanged.
import-people = People: { $added } added, { $changed } changed, { $unchanged } unchanged.
import-changed-units = Units changed: { $codes }
import-changed-people = People changed: { $codes }
import-more = … and { $count } more.
import-unused-columns = Columns not used: { $columns }.
import-dates = Dates as they were read (day/month/year), please check:
import-date-line = { "  " }row { $line }: from { $from } to { $to }
import-date-open = not stated
import-no-refusals = No row was refused.
import-refused = { $rows } rows refused (the others are kept). Correct them in the file and import it again:
import-refused-all = No row could be used, nothing was kept. Correct the file and import it again:
import-refused-line = { "  " }row { $line }, column { $column }: { $why }
import-codes = { $count } enrolment codes written to { $file } (good until the end of { $until }).
import-codes-next = Hand each person their code, it works once; then delete the file: the codes cannot be read anywhere else.
import-no-codes = No new enrolment codes needed: everybody is enrolled or holds a code.
import-empty = { $file } has a header but no rows below it. Fill in the list and import it again.

# Columns, kinds and roles as in the sample file.
import-column-unit_code = Unit code
import-column-unit_name = Unit name
import-column-unit_kind = Kind of unit
import-column-parent_code = Parent code
import-column-person_code = Person code
import-column-person_name = Full name
import-column-role = Role
import-column-phone = Telephone
import-column-valid_from = Valid from
import-column-valid_to = Valid to
import-column-successor_code = Successor code
import-column = "{ $title }" ({ $name })
import-role-staff = staff
import-role-coordinator = coordinator
import-role-leader = leader
import-role-admin = admin

# Why a row was refused, and the remedy.
import-why-missing = empty. Fill in this cell.
import-why-too_long = too long (200 characters at most). Shorten it.
import-why-bad_code = "{ $value }" cannot be a code. A code has at most 64 characters and no colon.
import-why-unknown_kind = unknown kind of unit "{ $value }". Write one of: province, department, office, district, cluster, commune, ward, special_zone.
import-why-unknown_role = unknown role "{ $value }". Write one of: staff, coordinator, leader, admin.
import-why-bad_date = "{ $value }" is not a date. Write day/month/year, such as 01/07/2025.
import-why-from_after_to = the first day "{ $value }" is after the last. Check both.
import-why-bad_phone = "{ $value }" is not a telephone number. Write one number, such as 0912 345 678, or none.
import-why-unit_differs = "{ $value }" is not what row { $other } says of the same unit. Write the same in every row.
import-why-person_differs = "{ $value }" is not what row { $other } says of the same person. Two people need two codes; one person the same words.
import-why-repeated = "{ $value }" stands in row { $other } already. Remove one of the two rows.
import-why-unknown_parent = there is no unit "{ $value }". Add a row for that parent, or correct the code.
import-why-unknown_successor = there is no unit "{ $value }". Add a row for that successor, or correct the code.
import-why-parent_ring = "{ $value }" is the parent and yet stands under this very unit. Correct the parent.
import-why-successor_ring = "{ $value }" succeeds this unit and is succeeded by it. Correct the successor.
import-why-parent_refused = the parent "{ $value }" was refused in row { $other }. Correcting row { $other } is enough.
import-why-successor_refused = the successor "{ $value }" was refused in row { $other }. Correcting row { $other } is enough.
import-why-unit_refused = the unit "{ $value }" was refused in row { $other }. Correcting row { $other } is enough.

# Why a file could not be read.
import-file-file_missing = There is no file { $file }. Check its name and folder.
import-file-not_a_spreadsheet = { $file } is no .xlsx or .csv spreadsheet. Open it in Excel, save it as .xlsx and import that.
import-file-old_excel = { $file } is a spreadsheet of the old Excel (.xls). Open it in Excel, save it as .xlsx and import that.
import-file-not_utf8 = { $file } is in an old code page that loses Vietnamese letters. In Excel save it as .xlsx or "CSV UTF-8" and import that.
import-file-broken_quotes = { $file } has a quotation mark that is never closed, near row { $line }. Correct it and import again.
import-file-too_large = { $file } has { $megabytes } MB, more than the { $limit } MB allowed. Remove pictures and other sheets, or split it.
import-file-too_many_rows = { $file } has { $rows } rows, more than the { $limit } allowed. Split it and import the parts.
import-file-no_header = No row of { $file } holds the column names (looked at the first 20 rows of the first sheet). The first row is: "{ $found }". See the sample docs/samples/danh-sach-mau.xlsx.
import-file-column_missing = { $file } lacks the columns: { $columns }. It has: { $found }. Add them (cells may be empty) and import again.
import-file-column_twice = { $file } has two columns that are { $column }, the second named "{ $header }". Remove one and import again.

# Headers of the file of codes.
import-codes-unit = Unit
import-codes-person = Person
import-codes-role = Role
import-codes-code = Enrolment code
import-codes-expires = Good until the end of
