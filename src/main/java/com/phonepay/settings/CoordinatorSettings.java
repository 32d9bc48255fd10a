package com.phonepay.settings;

import java.time.Duration;

/**
 * The coordinator and drills.
 *
 * @param auditEvery the least time between two audits of the ledger
 * @param supervisorSocket where the supervisor of a development cluster listens; empty where there is none
 */
public record CoordinatorSettings(Duration auditEvery, String supervisorSocket) {
    static CoordinatorSettings read(SettingsReader in) {
        in.check(
                !in.flag("phonepay.drills.enabled") || in.text("phonepay.mode").equals("development"),
                "phonepay.drills.enabled is on, and drills exist in development only: set PHONEPAY_DRILLS=false");
        in.check(
                in.text("phonepay.drills.fail-points").isEmpty()
                        || in.text("phonepay.mode").equals("development"),
                "phonepay.drills.fail-points is set, and fail points exist in development only");
        return new CoordinatorSettings(
                in.duration("phonepay.coordinator.audit-every"), in.text("phonepay.drills.supervisor-socket"));
    }
}
