/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung.internal;

import de.kommunalsdk.pruefung.Nachrichtenelement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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

    /** The elements below {@code von}, in the order of the document. */
    public List<Nachrichtenelement> suche(Nachrichtenelement von) {
        Stream<Nachrichtenelement> treffer = Stream.of(von);
        for (Stufe stufe : stufen) {
            treffer = treffer.flatMap(e -> stufe.beliebigTief() ? nachfahren(e) : e.kinder().stream())
                    .filter(e -> passt(stufe, e));
        }
        // "//a//b" finds an element once below each of its ancestors
        return treffer.distinct().toList();
    }

    private boolean passt(Stufe stufe, Nachrichtenelement e) {
        return switch (stufe.praefix()) {
            case "*" -> e.name().equals(stufe.name());
            case "x" -> e.ist(namensraum, stufe.name());
            default -> e.ist("", stufe.name());
        };
    }

    private static Stream<Nachrichtenelement> nachfahren(Nachrichtenelement e) {
        return e.kinder().stream().flatMap(k -> Stream.concat(Stream.of(k), nachfahren(k)));
    }
}
