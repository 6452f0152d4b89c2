/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung.internal;

import de.kommunalsdk.codeliste.CodelisteFehler;
import de.kommunalsdk.codeliste.Codepruefer;
import de.kommunalsdk.codeliste.Listenname;
import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.error.Fundstelle;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.pruefung.Pruefschritt;
import de.kommunalsdk.pruefung.PruefungFehler;
import de.kommunalsdk.pruefung.Regelwerk;
import de.kommunalsdk.zeichen.Zeichenbefund;
import de.kommunalsdk.zeichen.Zeichenpruefung;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The checks of one element that the schema does not make: code list, characters, emptiness. */
record Inhaltspruefung(Codepruefer codes, Optional<Regelwerk> regelwerk, Befundliste befunde) {

    /** A path is long: it is made when something is wrong. */
    private static final Fundstelle NOCH_NIRGENDS = Fundstelle.in("");

    private static final Pattern LEERRAUM = Pattern.compile("[ \\t\\r\\n]+");

    /** A code at the end of its element, when its child {@code code} and both attributes are known. */
    void code(Rahmen r) {
        String wert = r.code;
        if (wert == null) {
            return; // the schema demands the child and has said so
        }
        if (r.listUri.isEmpty() || r.listVersion.isEmpty()) {
            PruefungFehler fehlt = PruefungFehler.LISTENANGABE_FEHLT;
            String liste = r.listUri.isEmpty() ? "" : Listenname.von(r.listUri, "");
            befunde.neu(Pruefschritt.CODELISTEN, fehlt.code(), fehlt, r.ort(), liste);
            return;
        }
        codes.pruefe(r.listUri, r.listVersion, wert, NOCH_NIRGENDS)
                .filter(p -> !(r.aufgezaehlt && istOffen(p)))
                .map(p -> new Problem(p.code(), p.schwere(), befunde.stelle(r.ort()), p.meldung()))
                .ifPresent(p -> befunde.neu(Pruefschritt.CODELISTEN, p.code().code(), p));
    }

    /** What only says that the list is not at hand matters little: the schema has compared the value with its own. */
    private static boolean istOffen(Problem p) {
        return p.code() != CodelisteFehler.UNBEKANNTER_CODE || !p.istFehler();
    }

    /** A text or the value of an attribute; where it stands is asked for a finding only. */
    void zeichen(Zeichenart art, String text, Supplier<Befundliste.Ort> ort) {
        Zeichenpruefung ergebnis = art.pruefer().pruefe(text);
        if (!ergebnis.ok()) {
            Zeichenbefund erster = ergebnis.befunde().get(0);
            String zusatz = erster.alsUnicode() + " an Zeichen " + (erster.zeichen() + 1)
                    + (ergebnis.anzahl() > 1 ? ", insgesamt " + ergebnis.anzahl() : "");
            befunde.neu(Pruefschritt.ZEICHEN, art.regel(), erster.grund(), ort.get(), zusatz);
        }
    }

    void leer(Rahmen r) {
        if (regelwerk.filter(w -> w.duerfenLeerSein().contains(r.name)).isEmpty()) {
            Fehlercode code = PruefungFehler.LEERES_ELEMENT;
            String regel = regelwerk
                    .map(Regelwerk::leerRegel)
                    .filter(i -> !i.isEmpty())
                    .orElse(code.code());
            befunde.neu(Pruefschritt.LEERE_ELEMENTE, regel, code, r.ort(), "");
        }
    }

    /** Nothing but what XML calls white space. */
    static boolean istLeer(String text) {
        return text.chars().allMatch(c -> c == ' ' || c == '\t' || c == '\r' || c == '\n');
    }

    /** As the XSD type token has it. */
    static String alsToken(String text) {
        return LEERRAUM.matcher(text).replaceAll(" ").strip();
    }
}
