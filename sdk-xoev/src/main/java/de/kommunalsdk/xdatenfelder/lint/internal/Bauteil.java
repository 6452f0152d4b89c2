/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A schema, group, field, rule or Dokumentsteckbrief as it is written. An element that stands several times in the file
 * is looked at once, where it stands first.
 *
 * @param reihe position among all elements of the file
 * @param pfad ids from the outermost element down to this one
 * @param angaben children by name, apart from {@code regel} and {@code struktur}
 */
record Bauteil(
        Art art,
        int reihe,
        int zeile,
        int spalte,
        String pfad,
        Map<String, List<Angabe>> angaben,
        List<Bauteil> regeln,
        List<Verwendung> struktur)
        implements Ort {

    List<Angabe> angaben(String name) {
        return angaben.getOrDefault(name, List.of());
    }

    Optional<Angabe> angabe(String name) {
        return angaben(name).stream().findFirst();
    }

    /** Text of a child; empty when it is absent. */
    String text(String name) {
        return angabe(name).map(Angabe::text).orElse("");
    }

    /** Code of a child; empty when it is absent or has none. */
    String code(String name) {
        return angabe(name).map(Angabe::code).orElse("");
    }

    /** Attribute of {@code praezisierung}; empty when absent. */
    String grenze(String name) {
        return angabe("praezisierung").map(p -> p.attribut(name)).orElse("");
    }

    /** Where a child stands, or this element when it has no such child. */
    Ort ort(String name) {
        return angabe(name).map(Ort.class::cast).orElse(this);
    }

    String id() {
        return angabe("identifikation").map(i -> i.text("id")).orElse("");
    }

    String version() {
        return angabe("identifikation").map(i -> i.text("version")).orElse("");
    }

    /** Id and version, as {@code F60000000227V2.0.0}. */
    String kennung() {
        return version().isEmpty() ? id() : id() + "V" + version();
    }

    /** The two digits after the letter; empty when the id is shorter. */
    String nummernkreis() {
        return id().length() < 3 ? "" : id().substring(1, 3);
    }

    boolean auswahlgruppe() {
        return code("art").equals("X");
    }

    /** One use of an element inside this one. */
    record Verwendung(Optional<Angabe> anzahl, List<Angabe> bezug, Optional<Bauteil> teil, int zeile, int spalte)
            implements Ort {

        Ort ortDerAnzahl() {
            return anzahl.map(Ort.class::cast).orElse(this);
        }

        String anzahlText() {
            return anzahl.map(Angabe::text).orElse("");
        }
    }

    @Override
    public boolean equals(Object anderes) {
        return this == anderes;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
