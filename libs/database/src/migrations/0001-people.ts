import { currency, key, tables } from './migration';

export const people = tables(1763900000100, {
  organisation: `
    id TINYINT UNSIGNED NOT NULL PRIMARY KEY,
    name VARCHAR(190) NOT NULL,
    reporting_currency ${currency} NOT NULL,
    zone ${key(64)} NOT NULL,
    fiscal_year_start TINYINT UNSIGNED NOT NULL,
    week_start TINYINT UNSIGNED NOT NULL,
    holds ENUM('nothing','demo','real') NOT NULL,
    version INT UNSIGNED NOT NULL,
    CONSTRAINT organisation_is_one CHECK (id = 1),
    CONSTRAINT organisation_fiscal_year CHECK (fiscal_year_start BETWEEN 1 AND 12)`,

  office: `
    id BINARY(16) NOT NULL PRIMARY KEY,
    name VARCHAR(190) NOT NULL,
    name_zh VARCHAR(190) NULL,
    UNIQUE KEY office_name (name)`,

  working_calendar: `
    id BINARY(16) NOT NULL PRIMARY KEY,
    name VARCHAR(190) NOT NULL,
    zone ${key(64)} NOT NULL,
    opens ${key(5)} NOT NULL,
    closes ${key(5)} NOT NULL,
    weekdays TINYINT UNSIGNED NOT NULL,
    UNIQUE KEY working_calendar_name (name),
    CONSTRAINT working_calendar_opens_first CHECK (opens < closes)`,

  working_holiday: `
    calendar_id BINARY(16) NOT NULL,
    holiday DATE NOT NULL,
    PRIMARY KEY (calendar_id, holiday),
    CONSTRAINT working_holiday_calendar_fk FOREIGN KEY (calendar_id) REFERENCES working_calendar (id)`,

  team: `
    id BINARY(16) NOT NULL PRIMARY KEY,
    name VARCHAR(190) NOT NULL,
    name_zh VARCHAR(190) NULL,
    side ENUM('sales','marketing','other') NOT NULL,
    office_id BINARY(16) NULL,
    calendar_id BINARY(16) NULL,
    UNIQUE KEY team_name (name),
    CONSTRAINT team_office_fk FOREIGN KEY (office_id) REFERENCES office (id),
    CONSTRAINT team_calendar_fk FOREIGN KEY (calendar_id) REFERENCES working_calendar (id)`,

  person: `
    id BINARY(16) NOT NULL PRIMARY KEY,
    name VARCHAR(190) NOT NULL,
    name_zh VARCHAR(190) NULL,
    email VARCHAR(320) NULL,
    email_norm VARBINARY(320) NULL,
    side ENUM('sales','marketing','other') NOT NULL,
    role ENUM('rep','manager','marketer','liaison','revenue_officer','administrator','viewer') NOT NULL,
    team_id BINARY(16) NULL,
    locale ENUM('en','zh-TW') NOT NULL,
    zone ${key(64)} NULL,
    password_hash ${key(255)} NULL,
    active BOOLEAN NOT NULL,
    joined_on DATE NULL,
    left_on DATE NULL,
    created_at DATETIME(3) NOT NULL,
    version INT UNSIGNED NOT NULL,
    UNIQUE KEY person_email (email_norm),
    KEY person_team (team_id),
    CONSTRAINT person_team_fk FOREIGN KEY (team_id) REFERENCES team (id)`,

  session: `
    token_hash BINARY(32) NOT NULL PRIMARY KEY,
    person_id BINARY(16) NOT NULL,
    created_at DATETIME(3) NOT NULL,
    last_seen_at DATETIME(3) NOT NULL,
    expires_at DATETIME(3) NOT NULL,
    user_agent VARCHAR(255) NULL,
    KEY session_person (person_id),
    KEY session_expiry (expires_at),
    CONSTRAINT session_person_fk FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE`,

  sign_in_failure: `
    email_norm VARBINARY(320) NOT NULL PRIMARY KEY,
    failures SMALLINT UNSIGNED NOT NULL,
    last_at DATETIME(3) NOT NULL`,
});
