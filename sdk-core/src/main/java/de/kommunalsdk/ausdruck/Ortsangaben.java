/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ausdruck;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is given, in maps with their keys in natural order. Reads them as they are at each call. Each step costs the
 * logarithm of their size, whatever lies below a place.
 */
public class Ortsangaben implements Angaben {

    private final SortedMap<String, String> werte;
    private final List<SortedMap<String, ?>> alle;

    /**
     * From values, none of them empty, and what else is given.
     *
     * @param weitere places that have something, but no value: files
     */
    public Ortsangaben(SortedMap<String, String> werte, SortedMap<String, ?> weitere) {
        this.werte = werte;
        this.alle = List.of(werte, weitere);
    }

    @Override
    public String wert(String ort) {
        return werte.getOrDefault(ort, "");
    }

    @Override
    public boolean gegeben(String ort) {
        for (SortedMap<String, ?> karte : alle) {
            if (karte.containsKey(ort) || !erster(karte, ort + "-", ort + "/").isEmpty()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<String> eintraege(String ort) {
        String davor = ort + "-";
        SortedSet<Integer> nummern = new TreeSet<>();
        for (SortedMap<String, ?> karte : alle) {
            String naechster = erster(karte, davor, ort + ".");
            while (!naechster.isEmpty()) {
                int punkt = naechster.indexOf('.', davor.length());
                String eintrag = punkt < 0 ? naechster : naechster.substring(0, punkt);
                nummer(eintrag.substring(davor.length())).ifPresent(nummern::add);
                naechster = erster(karte, eintrag + "/", ort + ".");
            }
        }
        return nummern.stream().map(n -> davor + n).toList();
    }

    private static Optional<Integer> nummer(String text) {
        boolean ziffern = !text.isEmpty() && text.length() < 10 && text.chars().allMatch(z -> z >= '0' && z <= '9');
        return ziffern ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    /** The first key from {@code von} on and before {@code bis}; empty when there is none. */
    private static String erster(SortedMap<String, ?> karte, String von, String bis) {
        SortedMap<String, ?> ab = karte.tailMap(von);
        String schluessel = ab.isEmpty() ? "" : ab.firstKey();
        return schluessel.compareTo(bis) < 0 ? schluessel : "";
    }
}
