/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition;

import java.util.List;
import java.util.Optional;

/** Where a form gets answers from beside the citizen. */
public record Datenquellen(List<Vorbelegung> vorbelegungen, List<Seitenabfrage> abfragen) {

    /** The citizen types everything. */
    public static final Datenquellen KEINE = new Datenquellen(List.of(), List.of());

    public Datenquellen {
        vorbelegungen = List.copyOf(vorbelegungen);
        abfragen = List.copyOf(abfragen);
    }

    /** The prefill from a source. */
    public Optional<Vorbelegung> vorbelegung(String quelle) {
        return vorbelegungen.stream().filter(v -> v.quelle().equals(quelle)).findFirst();
    }
}
