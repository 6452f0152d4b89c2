/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

import java.util.List;
import java.util.Optional;

/**
 * A group.
 *
 * @param auswahlgruppe true for art X: exactly one child is given
 */
public record Datenfeldgruppe(
        String id,
        String version,
        String name,
        String bezeichnungEingabe,
        String bezeichnungAusgabe,
        String hilfetextEingabe,
        String hilfetextAusgabe,
        Metadaten metadaten,
        Optional<Schemaelementart> schemaelementart,
        boolean auswahlgruppe,
        List<Regel> regeln,
        List<Struktur> struktur)
        implements Element {
    public Datenfeldgruppe {
        regeln = List.copyOf(regeln);
        struktur = List.copyOf(struktur);
    }
}
