/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung.internal;

import de.kommunalsdk.pruefung.Fachregel;
import de.kommunalsdk.pruefung.Nachrichtenelement;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A rule as Schematron has it: where it applies, and what must hold there.
 *
 * @param orte by the name of the message the paths of the elements concerned; an empty path is the root, the key
 *     {@code *} any message
 * @param ganzeNachricht whether {@code gilt} looks at the root, once, in place of each of these elements
 */
public record Kontextregel(
        String id,
        String meldung,
        String namensraum,
        Map<String, List<Pfad>> orte,
        boolean ganzeNachricht,
        Predicate<Nachrichtenelement> gilt)
        implements Fachregel {

    @Override
    public List<Nachrichtenelement> verstoesse(Nachrichtenelement wurzel) {
        if (!wurzel.namensraum().equals(namensraum)) {
            return List.of();
        }
        List<Nachrichtenelement> stellen = orte.getOrDefault(wurzel.name(), orte.getOrDefault("*", List.of())).stream()
                .flatMap(pfad -> pfad.suche(wurzel).stream())
                .toList();
        if (ganzeNachricht) {
            return stellen.isEmpty() || gilt.test(wurzel) ? List.of() : stellen;
        }
        return stellen.stream().filter(gilt.negate()).toList();
    }
}
