/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test sets forward. */
final class StellbareUhr extends Clock {

    private volatile Instant jetzt = Instant.parse("2026-11-23T10:00:00Z");

    void vor(Duration dauer) {
        jetzt = jetzt.plus(dauer);
    }

    @Override
    public Instant instant() {
        return jetzt;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
