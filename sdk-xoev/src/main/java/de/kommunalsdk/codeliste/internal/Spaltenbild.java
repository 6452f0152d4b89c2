/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.codeliste.internal;

import de.kommunalsdk.codeliste.Codeliste.Spalte;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Columns and keys of one list as read so far, and which of them give code and label. */
final class Spaltenbild {

    final List<Spalte> spalten = new ArrayList<>();
    final Map<String, Integer> plaetze = new HashMap<>();
    final List<Schluessel> schluessel = new ArrayList<>();

    /** Adds a column; false when its id stands already. */
    boolean fuegeHinzu(Spalte spalte) {
        if (plaetze.putIfAbsent(spalte.id(), spalten.size()) != null) {
            return false;
        }
        spalten.add(spalte);
        return true;
    }

    /** The columns, each with what the keys say about it. */
    List<Spalte> fertig() {
        return spalten.stream()
                .map(s -> new Spalte(s.id(), s.name(), s.sprache(), s.pflicht(), istSchluessel(s.id())))
                .toList();
    }

    private boolean istSchluessel(String spalte) {
        return schluessel.stream().anyMatch(k -> k.spalten().equals(List.of(spalte)));
    }

    /** The key whose column holds the codes. */
    Optional<Schluessel> code() {
        List<Schluessel> einspaltig =
                schluessel.stream().filter(Schluessel::ausEinerSpalte).toList();
        return einspaltig.stream()
                .filter(Schluessel::istEmpfohlen)
                .findFirst()
                .or(() -> einspaltig.stream().filter(k -> !k.istName()).findFirst())
                .or(() -> einspaltig.stream().findFirst());
    }

    /** The column of the labels; that of the codes when there is no other. */
    String name(String code) {
        Optional<String> genannt = schluessel.stream()
                .filter(k ->
                        k.istName() && k.ausEinerSpalte() && !k.spalten().get(0).equals(code))
                .map(k -> k.spalten().get(0))
                .findFirst();
        List<Spalte> andere = spalten.stream().filter(s -> !s.id().equals(code)).toList();
        return genannt.or(() -> andere.stream()
                        .filter(s -> s.sprache().startsWith("de"))
                        .findFirst()
                        .or(() -> andere.stream().filter(Spalte::pflicht).findFirst())
                        .or(() -> andere.stream().findFirst())
                        .map(Spalte::id))
                .orElse(code);
    }
}
