/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung.internal;

import de.kommunalsdk.codeliste.CodelisteFehler;
import de.kommunalsdk.codeliste.Codepruefer;
import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.pruefung.Pruefschritt;
import de.kommunalsdk.pruefung.PruefungFehler;
import de.kommunalsdk.pruefung.Regelwerk;
import de.kommunalsdk.zeichen.Zeichenbefund;
import de.kommunalsdk.zeichen.Zeichenpruefung;
import java.util.Optional;
import java.util.regex.Pattern;

/** The checks of one element that the schema does not make: code list, characters, emptiness. */
record Inhaltspruefung(Codepruefer codes, Optional<Regelwerk> regelwerk, Befundliste befunde) {

    private static final Pattern LEERRAUM = Pattern.compile("[ \\t\\r\\n]+");

    /** A code at the end of its element, when its child {@code code} and both attributes are known. */
    void code(Rahmen r) {
        String wert = r.code;
        if (wert == null) {
            return; // the schema demands the child and has said so
        }
        if (r.listUri.isEmpty() || r.listVersion.isEmpty()) {
            PruefungFehler fehlt = PruefungFehler.LISTENANGABE_FEHLT;
            befunde.neu(Pruefschritt.CODELISTEN, fehlt.code(), fehlt, r.ort(), r.listUri);
            return;
        }
        codes.pruefe(r.listUri, r.listVersion, wert, befunde.stelle(r.ort()))
                .filter(p -> !(r.aufgezaehlt && istOffen(p)))
                .ifPresent(p -> befunde.neu(Pruefschritt.CODELISTEN, p.code().code(), p));
    }

    /** What only says that the list is not at hand matters little: the schema has compared the value with its own. */
    private static boolean istOffen(Problem p) {
        return p.code() != CodelisteFehler.UNBEKANNTER_CODE || !p.istFehler();
    }

    /** A text or the value of an attribute. */
    void zeichen(Zeichenart art, String text, Befundliste.Ort ort) {
        Zeichenpruefung ergebnis = art.pruefer().pruefe(text);
        if (!ergebnis.ok()) {
            Zeichenbefund erster = ergebnis.befunde().get(0);
            String zusatz = erster.alsUnicode() + " an Zeichen " + (erster.zeichen() + 1)
                    + (ergebnis.anzahl() > 1 ? ", insgesamt " + ergebnis.anzahl() : "");
            befunde.neu(Pruefschritt.ZEICHEN, art.regel(), erster.grund(), ort, zusatz);
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
