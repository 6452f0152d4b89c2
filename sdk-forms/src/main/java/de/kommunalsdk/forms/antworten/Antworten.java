/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.antworten;

import de.kommunalsdk.antrag.AnlageId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a draft. Immutable. A place is the path of the element with an index behind each repeated part,
 * counted from 1: {@code G1.G2-2.F3} or {@code G1.F4-1}. Values are text: what the citizen typed, in canonical form
 * when it is valid (date {@code 2026-11-23}, number with dot, {@code true}/{@code false}, code), else as typed.
 *
 * <p>Each {@code mit} copies one map; who changes many answers takes a {@link Bauer}.
 */
public final class Antworten {

    /** No answers. */
    public static final Antworten LEER = new Antworten(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), "");

    private final NavigableMap<String, String> werte;
    private final NavigableMap<String, List<AnlageId>> anlagen;
    private final SortedMap<String, Integer> anzahlen;
    private final String seite;
    private final SortedSet<String> gesendete;
    private final Nachweise nachweise;
    private @Nullable Nachschlagewerk schnell; // built when first asked

    /** The values, hashed. Its final field lets threads see it whole, without a lock. */
    private record Nachschlagewerk(Map<String, String> karte) {}

    /** Copies its arguments; used by the reader of the draft's bytes. */
    public Antworten(
            SortedMap<String, String> werte,
            SortedMap<String, List<AnlageId>> anlagen,
            SortedMap<String, Integer> anzahlen,
            String seite) {
        this(new TreeMap<>(werte), kopie(anlagen), new TreeMap<>(anzahlen), seite, new TreeSet<>(), Nachweise.KEINE);
    }

    /** Takes what nobody else changes any more. */
    private Antworten(
            NavigableMap<String, String> werte,
            NavigableMap<String, List<AnlageId>> anlagen,
            SortedMap<String, Integer> anzahlen,
            String seite,
            SortedSet<String> gesendete,
            Nachweise nachweise) {
        this.werte = werte;
        this.anlagen = anlagen;
        this.anzahlen = anzahlen;
        this.seite = seite;
        this.gesendete = gesendete;
        this.nachweise = nachweise;
    }

    private static NavigableMap<String, List<AnlageId>> kopie(SortedMap<String, List<AnlageId>> anlagen) {
        NavigableMap<String, List<AnlageId>> kopie = new TreeMap<>();
        anlagen.forEach((ort, ids) -> kopie.put(ort, List.copyOf(ids)));
        return kopie;
    }

    /** The answer at a place, empty text when there is none. */
    public String wert(String ort) {
        Nachschlagewerk werk = schnell;
        if (werk == null) {
            werk = new Nachschlagewerk(new HashMap<>(werte));
            schnell = werk;
        }
        return werk.karte().getOrDefault(ort, "");
    }

    /** The attachments at a place. */
    public List<AnlageId> anlagen(String ort) {
        return anlagen.getOrDefault(ort, List.of());
    }

    /** How many entries of a repeated element the citizen asked for; 0 when never asked. */
    public int anzahl(String ort) {
        return anzahlen.getOrDefault(ort, 0);
    }

    /** Whether there is any answer or attachment at a place, in its entries or below it. */
    public boolean gegeben(String ort) {
        return trifft(werte.ceilingKey(ort), ort) || trifft(anlagen.ceilingKey(ort), ort);
    }

    /** The next key in order is one of the place if there is any: no id has a character before {@code -} and {@code .}. */
    private static boolean trifft(@Nullable String naechster, String ort) {
        return naechster != null
                && naechster.startsWith(ort)
                && (naechster.length() == ort.length()
                        || naechster.charAt(ort.length()) == '.'
                        || naechster.charAt(ort.length()) == '-');
    }

    /** All answers by place. */
    public SortedMap<String, String> werte() {
        return Collections.unmodifiableSortedMap(werte);
    }

    /** All attachments by place. */
    public SortedMap<String, List<AnlageId>> anlagen() {
        return Collections.unmodifiableSortedMap(anlagen);
    }

    /** All counts by place. */
    public SortedMap<String, Integer> anzahlen() {
        return Collections.unmodifiableSortedMap(anzahlen);
    }

    /** Id of the page that was sent last, where the citizen goes on; empty before the first. */
    public String seite() {
        return seite;
    }

    /** Ids of all pages that were sent at least once. */
    public SortedSet<String> gesendete() {
        return Collections.unmodifiableSortedSet(gesendete);
    }

    /** What stands behind answers that were not typed. */
    public Nachweise nachweise() {
        return nachweise;
    }

    /** With other proofs. */
    public Antworten mit(Nachweise neu) {
        return new Bauer(this).nachweise(neu).baue();
    }

    /** With another page that was sent last. */
    public Antworten mitSeite(String zuletzt) {
        return new Bauer(this).seite(zuletzt).baue();
    }

    /** With another answer; an empty text removes it. */
    public Antworten mit(String ort, String wert) {
        return new Bauer(this).mit(ort, wert).baue();
    }

    /** With other attachments at a place; none removes the place. */
    public Antworten mitAnlagen(String ort, List<AnlageId> ids) {
        return new Bauer(this).mitAnlagen(ort, ids).baue();
    }

    /** With another count of a repeated element. */
    public Antworten mitAnzahl(String ort, int anzahl) {
        return new Bauer(this).mitAnzahl(ort, anzahl).baue();
    }

    /** Changes many answers in linear time. Not thread-safe; to be used once. */
    public static final class Bauer {

        private final Antworten bisher;
        private @Nullable NavigableMap<String, String> werte;
        private @Nullable NavigableMap<String, List<AnlageId>> anlagen;
        private @Nullable SortedMap<String, Integer> anzahlen;
        private @Nullable SortedSet<String> gesendete;
        private String seite;
        private Nachweise nachweise;

        /** Begins with these answers, which stay as they are. */
        public Bauer(Antworten bisher) {
            this.bisher = bisher;
            this.seite = bisher.seite;
            this.nachweise = bisher.nachweise;
        }

        /** The answer as it is by now. */
        public String wert(String ort) {
            NavigableMap<String, String> neu = werte;
            return neu == null ? bisher.werte.getOrDefault(ort, "") : neu.getOrDefault(ort, "");
        }

        /** Another answer; an empty text removes it. */
        public Bauer mit(String ort, String wert) {
            if (wert.equals(wert(ort))) {
                return this;
            }
            NavigableMap<String, String> neu = werte == null ? new TreeMap<>(bisher.werte) : werte;
            werte = neu;
            if (wert.isEmpty()) {
                neu.remove(ort);
            } else {
                neu.put(ort, wert);
            }
            return this;
        }

        /** Other attachments at a place; none removes the place. */
        public Bauer mitAnlagen(String ort, List<AnlageId> ids) {
            NavigableMap<String, List<AnlageId>> neu = anlagen == null ? new TreeMap<>(bisher.anlagen) : anlagen;
            anlagen = neu;
            if (ids.isEmpty()) {
                neu.remove(ort);
            } else {
                neu.put(ort, List.copyOf(ids));
            }
            return this;
        }

        /** Another count of a repeated element. */
        public Bauer mitAnzahl(String ort, int anzahl) {
            SortedMap<String, Integer> neu = anzahlen == null ? new TreeMap<>(bisher.anzahlen) : anzahlen;
            anzahlen = neu;
            neu.put(ort, anzahl);
            return this;
        }

        /** Another page that was sent last. */
        public Bauer seite(String zuletzt) {
            seite = zuletzt;
            return zuletzt.isEmpty() ? this : gesendet(Set.of(zuletzt));
        }

        /** More pages that were sent. */
        public Bauer gesendet(Set<String> seiten) {
            SortedSet<String> neu = gesendete == null ? new TreeSet<>(bisher.gesendete) : gesendete;
            gesendete = neu;
            neu.addAll(seiten);
            return this;
        }

        /** Other proofs. */
        public Bauer nachweise(Nachweise neu) {
            nachweise = neu;
            return this;
        }

        /** The answers. */
        public Antworten baue() {
            return new Antworten(
                    werte == null ? bisher.werte : werte,
                    anlagen == null ? bisher.anlagen : anlagen,
                    anzahlen == null ? bisher.anzahlen : anzahlen,
                    seite,
                    gesendete == null ? bisher.gesendete : gesendete,
                    nachweise);
        }
    }

    /** Shows sizes only: answers are personal data. */
    @Override
    public String toString() {
        return "Antworten[" + werte.size() + " Werte, " + anlagen.size() + " Anlagenorte]";
    }

    @Override
    public boolean equals(@Nullable Object anderes) {
        return anderes instanceof Antworten a
                && werte.equals(a.werte)
                && anlagen.equals(a.anlagen)
                && anzahlen.equals(a.anzahlen)
                && seite.equals(a.seite)
                && gesendete.equals(a.gesendete)
                && nachweise.equals(a.nachweise);
    }

    @Override
    public int hashCode() {
        return werte.hashCode() * 31 + anlagen.hashCode();
    }
}
