/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.codeliste.internal;

import de.kommunalsdk.codeliste.Codeliste;
import de.kommunalsdk.codeliste.CodelistenStore;
import de.kommunalsdk.codeliste.Listenkennung;
import de.kommunalsdk.error.Problem;
import java.util.List;
import java.util.Optional;

/** Several stores as one. */
public record Kettenstore(List<CodelistenStore> glieder) implements CodelistenStore {

    public Kettenstore {
        glieder = List.copyOf(glieder);
    }

    @Override
    public Optional<Codeliste> finde(String urn, String version) {
        String gesucht = version.isEmpty() ? neueste(urn) : version;
        if (gesucht.isEmpty()) {
            return Optional.empty();
        }
        return glieder.stream()
                .map(glied -> glied.finde(urn, gesucht))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private String neueste(String urn) {
        return glieder.stream()
                .flatMap(glied -> Versionssuche.finde(glied.bestand(), urn, "").stream())
                .map(Listenkennung::version)
                .max(Versionsfolge.ORDNUNG)
                .orElse("");
    }

    @Override
    public List<Listenkennung> bestand() {
        return Versionssuche.geordnet(
                glieder.stream().flatMap(glied -> glied.bestand().stream()).toList());
    }

    @Override
    public List<Problem> probleme() {
        return glieder.stream().flatMap(glied -> glied.probleme().stream()).toList();
    }
}
