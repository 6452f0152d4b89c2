/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.codeliste.internal;

import de.kommunalsdk.codeliste.Listenkennung;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which of the installed versions a reference means. */
final class Versionssuche {

    private static final Comparator<Listenkennung> NEUERE_ZUERST = Comparator.comparing(Listenkennung::urn)
            .thenComparing(Listenkennung::version, Versionsfolge.ORDNUNG.reversed());

    private Versionssuche() {}

    static Optional<Listenkennung> finde(Collection<Listenkennung> alle, String urn, String version) {
        return alle.stream()
                .filter(k ->
                        k.urn().equals(urn) && (version.isEmpty() || k.version().equals(version)))
                .max(Comparator.comparing(Listenkennung::version, Versionsfolge.ORDNUNG));
    }

    static List<Listenkennung> geordnet(Collection<Listenkennung> alle) {
        return alle.stream().distinct().sorted(NEUERE_ZUERST).toList();
    }
}
