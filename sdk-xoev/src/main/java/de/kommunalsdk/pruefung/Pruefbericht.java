/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the chain did and found. Holds no value of the message.
 *
 * @param datei name of the message as the caller gave it
 * @param schema the schema used; empty when none fits
 * @param schritte how each step ended
 * @param befunde in the order found
 * @param abgeschnitten whether more findings than allowed were there, so that the check stopped
 */
public record Pruefbericht(
        String datei,
        Optional<Schemaangabe> schema,
        Map<Pruefschritt, Pruefschritt.Stand> schritte,
        List<Befund> befunde,
        boolean abgeschnitten) {

    public Pruefbericht {
        schritte = Collections.unmodifiableMap(new EnumMap<>(schritte));
        befunde = List.copyOf(befunde);
    }

    /** Whether a finding forbids to use the message. */
    public boolean hatFehler() {
        return befunde.stream().anyMatch(b -> b.problem().istFehler());
    }
}
