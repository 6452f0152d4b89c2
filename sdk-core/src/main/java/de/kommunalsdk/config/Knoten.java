/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.config;

import de.kommunalsdk.config.internal.YamlLeser;
import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.error.Vorschlag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * A node of a YAML document: text, list or mapping, with its place. The reading methods report what is wrong into the
 * document's list of problems and give an empty result, so that one pass finds all problems. Not thread-safe while
 * problems are added; read-only use is.
 */
public final class Knoten {

    /** Largest document in bytes; who reads a stream need not read more than one byte beyond it. */
    public static final int MAX_BYTES = 1 << 20;

    private final Fundstelle stelle;
    private final Object inhalt; // String, List<Knoten> or Map<String, Knoten>
    private final IntFunction<Fundstelle> zeichen;
    private final List<Problem> probleme;

    /** Used by the reader only: {@code inhalt} is a String, a list of Knoten or a map to Knoten. */
    public Knoten(Fundstelle stelle, Object inhalt, List<Problem> probleme) {
        this(stelle, inhalt, nummer -> stelle, probleme);
    }

    /** Used by the reader only: {@code zeichen} tells where a character of a text stands. */
    public Knoten(Fundstelle stelle, Object inhalt, IntFunction<Fundstelle> zeichen, List<Problem> probleme) {
        this.stelle = stelle;
        this.inhalt = inhalt;
        this.zeichen = zeichen;
        this.probleme = probleme;
    }

    /**
     * Reads a document (at most 1 MiB, UTF-8). Problems go into {@code probleme}, which stays shared with the nodes.
     *
     * @return the root, or empty when the bytes are no YAML mapping
     */
    public static Optional<Knoten> lies(String datei, byte[] bytes, List<Problem> probleme) {
        return YamlLeser.lies(datei, bytes, probleme);
    }

    /** This node and all below it, reporting into another list: for a later reader of the same document. */
    public Knoten meldetAn(List<Problem> andere) {
        Object kopie = inhalt;
        if (istListe()) {
            kopie = elemente().stream().map(k -> k.meldetAn(andere)).toList();
        } else if (istAbbildung()) {
            Map<String, Knoten> abbildung = new LinkedHashMap<>();
            eintraege().forEach((name, k) -> abbildung.put(name, k.meldetAn(andere)));
            kopie = abbildung;
        }
        return new Knoten(stelle, kopie, zeichen, andere);
    }

    /** Where this node begins. */
    public Fundstelle stelle() {
        return stelle;
    }

    /** Where a character of the text stands, counted from 0. */
    public Fundstelle stelle(int nummer) {
        return zeichen.apply(nummer);
    }

    /** The document's problems, to which what is read from this node may add. */
    public List<Problem> probleme() {
        return probleme;
    }

    public boolean istText() {
        return inhalt instanceof String;
    }

    public boolean istListe() {
        return inhalt instanceof List;
    }

    public boolean istAbbildung() {
        return inhalt instanceof Map;
    }

    /** The text of a text node, else the empty text. */
    public String text() {
        return inhalt instanceof String text ? text : "";
    }

    /** The elements of a list, else none. */
    @SuppressWarnings("unchecked")
    public List<Knoten> elemente() {
        return inhalt instanceof List ? (List<Knoten>) inhalt : List.of();
    }

    /** The entries of a mapping in the order of the document, else none. */
    @SuppressWarnings("unchecked")
    public Map<String, Knoten> eintraege() {
        return inhalt instanceof Map ? (Map<String, Knoten>) inhalt : Map.of();
    }

    /** The child of a mapping, of any form. */
    public Optional<Knoten> kind(String schluessel) {
        return Optional.ofNullable(eintraege().get(schluessel));
    }

    /** The child text; a child of another form is a problem. */
    public Optional<String> text(String schluessel) {
        Optional<Knoten> kind = kind(schluessel);
        if (kind.isPresent() && !kind.get().istText()) {
            kind.get().fehler(ConfigFehler.FALSCHE_FORM, "\"" + schluessel + "\" muss ein Text sein.");
            return Optional.empty();
        }
        return kind.map(Knoten::text).map(String::strip).filter(t -> !t.isEmpty());
    }

    /** The child text; a missing or empty one is a problem. */
    public Optional<String> pflichttext(String schluessel) {
        int vorher = probleme.size();
        Optional<String> text = text(schluessel);
        if (text.isEmpty() && probleme.size() == vorher) {
            fehler(ConfigFehler.PFLICHT_FEHLT, "\"" + schluessel + "\" fehlt; bitte ergaenzen.");
        }
        return text;
    }

    /** The child, read by {@code leser}; its IllegalArgumentException is a problem at the child's place. */
    public <T> Optional<T> wert(String schluessel, Function<String, T> leser) {
        return text(schluessel).flatMap(text -> lies(schluessel, text, leser));
    }

    /** As {@link #wert}, but a missing child is a problem. */
    public <T> Optional<T> pflichtwert(String schluessel, Function<String, T> leser) {
        return pflichttext(schluessel).flatMap(text -> lies(schluessel, text, leser));
    }

    private <T> Optional<T> lies(String schluessel, String text, Function<String, T> leser) {
        try {
            return Optional.of(leser.apply(text));
        } catch (IllegalArgumentException e) {
            kind(schluessel)
                    .orElse(this)
                    .fehler(ConfigFehler.FALSCHER_WERT, "\"" + schluessel + "\": " + e.getMessage());
            return Optional.empty();
        }
    }

    /** {@code ja} or {@code nein} (also true, false); anything else is a problem. */
    public Optional<Boolean> wahrheitswert(String schluessel) {
        return wert(schluessel, text -> switch (text) {
            case "ja", "true" -> true;
            case "nein", "false" -> false;
            default -> throw new IllegalArgumentException("ja oder nein");
        });
    }

    /** A whole number within limits; anything else is a problem. */
    public Optional<Integer> zahl(String schluessel, int mindestens, int hoechstens) {
        return wert(schluessel, text -> {
            if (!text.matches("-?\\d{1,9}")
                    || Integer.parseInt(text) < mindestens
                    || Integer.parseInt(text) > hoechstens) {
                throw new IllegalArgumentException("ganze Zahl von " + mindestens + " bis " + hoechstens);
            }
            return Integer.parseInt(text);
        });
    }

    /** The child list; a single text counts as a list of one; a mapping is a problem. */
    public List<Knoten> liste(String schluessel) {
        Optional<Knoten> kind = kind(schluessel);
        if (kind.isEmpty()) {
            return List.of();
        }
        if (kind.get().istAbbildung()) {
            kind.get().fehler(ConfigFehler.FALSCHE_FORM, "\"" + schluessel + "\" muss eine Liste sein.");
            return List.of();
        }
        return kind.get().istText() ? List.of(kind.get()) : kind.get().elemente();
    }

    /** The texts of the child list. */
    public List<String> texte(String schluessel) {
        return liste(schluessel).stream()
                .map(Knoten::text)
                .map(String::strip)
                .filter(t -> !t.isEmpty())
                .toList();
    }

    /** The child mapping; a child of another form is a problem. */
    public Optional<Knoten> abbildung(String schluessel) {
        Optional<Knoten> kind = kind(schluessel);
        if (kind.isPresent() && !kind.get().istAbbildung()) {
            kind.get().fehler(ConfigFehler.FALSCHE_FORM, "\"" + schluessel + "\" muss eine Abbildung sein.");
            return Optional.empty();
        }
        return kind;
    }

    /** Reports every key that is not in the list, with the nearest allowed one. */
    public void erlaubt(String... schluessel) {
        Set<String> erlaubte = Set.of(schluessel);
        eintraege().forEach((name, kind) -> {
            if (!erlaubte.contains(name)) {
                String vorschlag = Vorschlag.zu(name, erlaubte)
                        .map(e -> " Gemeint ist vielleicht \"" + e + "\".")
                        .orElse(" Erlaubt: "
                                + String.join(", ", erlaubte.stream().sorted().toList()) + ".");
                kind.fehler(ConfigFehler.UNBEKANNT, "Unbekannter Schluessel \"" + name + "\"." + vorschlag);
            }
        });
    }

    /** Reports a problem at this node's place. */
    public void fehler(Fehlercode code, String meldung) {
        probleme.add(Problem.fehler(code, stelle, meldung));
    }

    /** Reports a warning at this node's place. */
    public void warnung(Fehlercode code, String meldung) {
        probleme.add(Problem.warnung(code, stelle, meldung));
    }
}
