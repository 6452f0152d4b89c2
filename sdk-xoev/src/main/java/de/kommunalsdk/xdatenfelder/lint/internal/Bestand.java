/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint.internal;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All distinct elements of one file, and the questions that more than one element answers. Not thread-safe. */
final class Bestand {

    private final Map<String, Bauteil> teile = new HashMap<>();
    private final Map<String, Set<String>> versionen = new HashMap<>();
    private final Map<String, Set<String>> listenversionen = new HashMap<>();
    private final Map<String, Bauteil> erste = new HashMap<>();

    /** Takes an element and gives the one that stands first in the file. */
    Bauteil uebernimm(Bauteil neu) {
        return teile.merge(schluessel(neu), neu, (a, b) -> a.reihe() < b.reihe() ? a : b);
    }

    private static String schluessel(Bauteil teil) {
        // without an id no two are the same
        return teil.id().isEmpty() ? "#" + teil.reihe() : teil.art() + teil.kennung();
    }

    /** All in the order of the document; prepares the answers below. */
    List<Bauteil> alle() {
        List<Bauteil> alle = teile.values().stream()
                .sorted(Comparator.comparingInt(Bauteil::reihe))
                .toList();
        for (Bauteil teil : alle) {
            merke(versionen, teil.art() + teil.id(), teil.version());
            for (Angabe liste : teil.angaben("codelisteReferenz")) {
                merke(listenversionen, liste.text("canonicalIdentification"), liste.text("version"));
                erste.putIfAbsent(listenschluessel(liste), teil);
            }
        }
        return alle;
    }

    private static void merke(Map<String, Set<String>> wohin, String was, String version) {
        wohin.computeIfAbsent(was, k -> new HashSet<>()).add(version);
    }

    /** How many versions of this element the file has. */
    int versionen(Bauteil teil) {
        return versionen.getOrDefault(teil.art() + teil.id(), Set.of()).size();
    }

    /** How many named versions of this code list the file refers to. */
    long listenversionen(Angabe liste) {
        return listenversionen.getOrDefault(liste.text("canonicalIdentification"), Set.of()).stream()
                .filter(v -> !v.isEmpty())
                .count();
    }

    /** Whether this field is the first that refers to this version of the list. */
    boolean nenntZuerst(Bauteil feld, Angabe liste) {
        return erste.get(listenschluessel(liste)) == feld;
    }

    private static String listenschluessel(Angabe liste) {
        return liste.text("canonicalIdentification") + "|" + liste.text("version");
    }

    /** Everything that an element contains at any depth, without itself unless it contains itself. */
    static Set<Bauteil> unterhalb(Bauteil teil) {
        Set<Bauteil> gefunden = new HashSet<>();
        Deque<Bauteil> offen = new ArrayDeque<>(List.of(teil));
        while (!offen.isEmpty()) {
            for (Bauteil.Verwendung verwendung : offen.pop().struktur()) {
                verwendung.teil().filter(gefunden::add).ifPresent(offen::push);
            }
        }
        return gefunden;
    }
}
