CREATE TABLE `month_dossiers` (
	`period` text NOT NULL,
	`unit_id` integer NOT NULL,
	`first_filed_at` integer NOT NULL,
	`received` integer,
	`resolved` integer,
	`late` integer,
	`pending` integer,
	PRIMARY KEY(`period`, `unit_id`)
);
--> statement-breakpoint
DROP INDEX `answers_figures`;
--> statement-breakpoint
-- The dossier figures in force as they stand in the answers: "không phát sinh" is 0, "chưa có số liệu" is null.
CREATE VIEW answered_dossiers AS
SELECT
	unit_id,
	period,
	max(CASE indicator WHEN 'received' THEN n END) AS received,
	max(CASE indicator WHEN 'resolved' THEN n END) AS resolved,
	max(CASE indicator WHEN 'resolved_late' THEN n END) AS late,
	max(CASE indicator WHEN 'pending_total' THEN n END) AS pending
FROM (
	SELECT unit_id, period, indicator, CASE kind WHEN 'nil' THEN 0 WHEN 'value' THEN CAST(value AS INTEGER) END AS n
	FROM answers
	WHERE current = 1 AND indicator IN ('received', 'resolved', 'resolved_late', 'pending_total')
)
GROUP BY unit_id, period;
--> statement-breakpoint
-- The same beside each month that was sent: what month_dossiers must say.
CREATE VIEW filed_dossiers AS
SELECT f.period, f.unit_id, f.first_filed_at, a.received, a.resolved, a.late, a.pending
FROM filings f
LEFT JOIN answered_dossiers a ON a.unit_id = f.unit_id AND a.period = f.period;
--> statement-breakpoint
INSERT INTO month_dossiers (period, unit_id, first_filed_at, received, resolved, late, pending) SELECT * FROM filed_dossiers;
--> statement-breakpoint
CREATE TRIGGER month_dossiers_filed AFTER INSERT ON filings BEGIN
	INSERT INTO month_dossiers (period, unit_id, first_filed_at) VALUES (new.period, new.unit_id, new.first_filed_at);
	UPDATE month_dossiers SET (received, resolved, late, pending) = (
		SELECT received, resolved, late, pending FROM answered_dossiers
		WHERE unit_id = new.unit_id AND period = new.period
	)
	WHERE period = new.period AND unit_id = new.unit_id;
END;
--> statement-breakpoint
CREATE TRIGGER month_dossiers_refiled AFTER UPDATE OF unit_id, period, first_filed_at ON filings BEGIN
	DELETE FROM month_dossiers WHERE period = old.period AND unit_id = old.unit_id;
	INSERT INTO month_dossiers (period, unit_id, first_filed_at) VALUES (new.period, new.unit_id, new.first_filed_at);
	UPDATE month_dossiers SET (received, resolved, late, pending) = (
		SELECT received, resolved, late, pending FROM answered_dossiers
		WHERE unit_id = new.unit_id AND period = new.period
	)
	WHERE period = new.period AND unit_id = new.unit_id;
END;
--> statement-breakpoint
CREATE TRIGGER month_dossiers_unfiled AFTER DELETE ON filings BEGIN
	DELETE FROM month_dossiers WHERE period = old.period AND unit_id = old.unit_id;
END;
--> statement-breakpoint
CREATE TRIGGER month_dossiers_answered AFTER INSERT ON answers
WHEN new.current = 1 AND new.indicator IN ('received', 'resolved', 'resolved_late', 'pending_total') BEGIN
	UPDATE month_dossiers SET (received, resolved, late, pending) = (
		SELECT received, resolved, late, pending FROM answered_dossiers
		WHERE unit_id = new.unit_id AND period = new.period
	)
	WHERE period = new.period AND unit_id = new.unit_id;
END;
--> statement-breakpoint
CREATE TRIGGER month_dossiers_changed AFTER UPDATE ON answers
WHEN old.indicator IN ('received', 'resolved', 'resolved_late', 'pending_total') OR new.indicator IN ('received', 'resolved', 'resolved_late', 'pending_total') BEGIN
	UPDATE month_dossiers SET (received, resolved, late, pending) = (
		SELECT received, resolved, late, pending FROM answered_dossiers
		WHERE unit_id = old.unit_id AND period = old.period
	)
	WHERE period = old.period AND unit_id = old.unit_id;
	UPDATE month_dossiers SET (received, resolved, late, pending) = (
		SELECT received, resolved, late, pending FROM answered_dossiers
		WHERE unit_id = new.unit_id AND period = new.period
	)
	WHERE period = new.period AND unit_id = new.unit_id;
END;
--> statement-breakpoint
CREATE TRIGGER month_dossiers_unsaid AFTER DELETE ON answers
WHEN old.indicator IN ('received', 'resolved', 'resolved_late', 'pending_total') BEGIN
	UPDATE month_dossiers SET (received, resolved, late, pending) = (
		SELECT received, resolved, late, pending FROM answered_dossiers
		WHERE unit_id = old.unit_id AND period = old.period
	)
	WHERE period = old.period AND unit_id = old.unit_id;
END;
