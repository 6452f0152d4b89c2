/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung.internal;

import de.kommunalsdk.pruefung.Nachrichtenelement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds elements below another: the few steps of XPath that rules of standards need. {@code a/b} are children without a
 * namespace, {@code x:a} one of the standard's namespace, {@code *:a} one of any; {@code //a} is at any depth.
 */
public final class Pfad {

    private record Stufe(boolean beliebigTief, String praefix, String name) {}

    private final String namensraum;
    private final List<Stufe> stufen = new ArrayList<>();

    private Pfad(String namensraum) {
        this.namensraum = namensraum;
    }

    /** Reads a path; {@code x} stands for the namespace. */
    public static Pfad von(String namensraum, String text) {
        Pfad pfad = new Pfad(namensraum);
        boolean tief = false;
        for (String teil : text.split("/", -1)) {
            if (teil.isEmpty()) {
                tief = true; // between the two strokes of "//"
            } else {
                int punkt = teil.indexOf(':');
                pfad.stufen.add(new Stufe(tief, punkt < 0 ? "" : teil.substring(0, punkt), teil.substring(punkt + 1)));
                tief = false;
            }
        }
        return pfad;
    }

    /** The elements below {@code von}, each once, in the order of the document. */
    public List<Nachrichtenelement> suche(Nachrichtenelement von) {
        Collection<Nachrichtenelement> treffer = List.of(von);
        for (Stufe stufe : stufen) {
            // "//a//b" finds an element once below each of its ancestors
            Set<Nachrichtenelement> naechste = new LinkedHashSet<>();
            treffer.forEach(e -> sammle(stufe, e, naechste));
            treffer = naechste;
        }
        return List.copyOf(treffer);
    }

    private void sammle(Stufe stufe, Nachrichtenelement e, Set<Nachrichtenelement> treffer) {
        for (Nachrichtenelement kind : e.kinder()) {
            if (passt(stufe, kind)) {
                treffer.add(kind);
            }
            if (stufe.beliebigTief()) {
                sammle(stufe, kind, treffer);
            }
        }
    }

    private boolean passt(Stufe stufe, Nachrichtenelement e) {
        return switch (stufe.praefix()) {
            case "*" -> e.name().equals(stufe.name());
            case "x" -> e.ist(namensraum, stufe.name());
            default -> e.ist("", stufe.name());
        };
    }
}
