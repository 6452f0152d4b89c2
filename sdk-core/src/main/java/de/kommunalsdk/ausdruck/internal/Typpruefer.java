/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ausdruck.internal;

import de.kommunalsdk.ausdruck.Ausdruck;
import de.kommunalsdk.ausdruck.Ausdruck.Konstante;
import de.kommunalsdk.ausdruck.Ausdruck.Rechnung;
import de.kommunalsdk.ausdruck.AusdruckFehler;
import de.kommunalsdk.ausdruck.Typ;
import java.math.BigDecimal;
import java.util.List;

/** Checks that the types of parts fit; what does not becomes a part that fits everywhere. */
final class Typpruefer {

    private final Meldungen meldungen;

    Typpruefer(Meldungen meldungen) {
        this.meldungen = meldungen;
    }

    /** One value, not a list of them and not a group. */
    Teil wert(Teil teil) {
        if (teil.istListe()) {
            meldungen.fehler(
                    AusdruckFehler.MEHRERE_WERTE,
                    teil.von(),
                    "Hier stehen die Werte mehrerer Einträge; sum, count, min, max, mean, some oder every machen einen daraus.");
            return Teil.falsch(teil.von());
        }
        if (!teil.typ().hatWert()) {
            meldungen.fehler(
                    AusdruckFehler.TYP,
                    teil.von(),
                    "Hier steht " + teil.typ().benannt() + " ohne eigenen Wert; möglich ist der Vergleich mit null.");
            return Teil.falsch(teil.von());
        }
        return teil;
    }

    /** One value of this type. */
    Teil vom(Typ verlangt, Teil teil) {
        Teil wert = wert(teil);
        if (wert.typ().vergleichbarMit(verlangt)) {
            return wert;
        }
        meldungen.fehler(
                AusdruckFehler.TYP,
                teil.von(),
                "Hier muss " + verlangt.benannt() + " stehen, nicht "
                        + wert.typ().benannt() + "." + hinweis(verlangt, wert));
        return Teil.falsch(teil.von());
    }

    private static String hinweis(Typ verlangt, Teil da) {
        boolean text = da.typ() == Typ.TEXT && da.ausdruck() instanceof Konstante;
        return switch (verlangt) {
            case DATUM, TEILDATUM -> text ? " Ein Tag heißt date(\"2026-11-23\")." : "";
            case UHRZEIT -> text ? " Eine Uhrzeit heißt time(\"14:30:00\")." : "";
            case ZEITPUNKT -> text ? " Ein Zeitpunkt heißt date and time(\"2026-11-23T14:30:00\")." : "";
            case ZAHL ->
                text
                        ? " Zahlen stehen ohne Anführungszeichen."
                        : da.typ() == Typ.DAUER ? " Die Tage einer Dauer sind (... - ...).days." : "";
            case TEXT -> da.typ() == Typ.ZAHL ? " Text und Codes stehen in Anführungszeichen." : "";
            case WAHRHEIT -> text ? " true und false stehen ohne Anführungszeichen." : "";
            default -> "";
        };
    }

    /** Both values can be compared for equality; false and a problem when not. */
    boolean vergleichbar(Teil links, Teil rechts) {
        if (links.typ().vergleichbarMit(rechts.typ())) {
            code(links, rechts);
            code(rechts, links);
            return true;
        }
        boolean linksFalsch = links.ausdruck() instanceof Konstante && !(rechts.ausdruck() instanceof Konstante);
        vom((linksFalsch ? rechts : links).typ(), linksFalsch ? links : rechts);
        return false;
    }

    private void code(Teil feld, Teil wert) {
        if (!feld.codes().isEmpty()
                && wert.ausdruck() instanceof Konstante k
                && k.wert() instanceof String code
                && !feld.codes().contains(code)) {
            meldungen.warnung(
                    AusdruckFehler.CODE_UNBEKANNT,
                    wert.von(),
                    "Das Feld hat keinen Code \"" + code + "\"; der Vergleich trifft nie zu.");
        }
    }

    /** A value that has an order. */
    Teil geordnet(Teil teil) {
        Teil wert = wert(teil);
        if (wert.typ().istGeordnet()) {
            return wert;
        }
        meldungen.fehler(
                AusdruckFehler.TYP,
                teil.von(),
                "Größer und kleiner gibt es für Zahlen, Tage und Uhrzeiten, nicht für "
                        + wert.typ().benannt() + ".");
        return Teil.falsch(teil.von());
    }

    /** The type of a computation. */
    Typ rechnung(Rechnung.Art art, Teil l, Teil r) {
        if (l.typ() == Typ.NICHTS || r.typ() == Typ.NICHTS) {
            return Typ.NICHTS;
        }
        boolean tag = l.typ().vergleichbarMit(Typ.DATUM);
        boolean strich = art == Rechnung.Art.PLUS || art == Rechnung.Art.MINUS;
        if (tag && strich && r.typ() == Typ.DAUER) {
            return Typ.DATUM;
        }
        if (tag && art == Rechnung.Art.MINUS && r.typ().vergleichbarMit(Typ.DATUM)) {
            return Typ.DAUER;
        }
        if (art == Rechnung.Art.PLUS && l.typ() == Typ.TEXT && r.typ() == Typ.TEXT) {
            return Typ.TEXT;
        }
        if (tag && strich) {
            meldungen.fehler(
                    AusdruckFehler.TYP,
                    r.von(),
                    "Zu einem Tag gehört hier eine Dauer wie duration(\"P14D\"), nicht "
                            + r.typ().benannt() + ".");
            return Typ.NICHTS;
        }
        Teil links = vom(Typ.ZAHL, l);
        Teil rechts = vom(Typ.ZAHL, r);
        if (art == Rechnung.Art.GETEILT
                && r.ausdruck() instanceof Konstante k
                && k.wert() instanceof BigDecimal teiler
                && teiler.signum() == 0) {
            meldungen.warnung(
                    AusdruckFehler.DIVISION_DURCH_NULL,
                    r.von(),
                    "Hier wird durch 0 geteilt; das Ergebnis ist nie bekannt.");
        }
        return links.istFalsch() || rechts.istFalsch() ? Typ.NICHTS : Typ.ZAHL;
    }

    /** Puts a part together from others, no deeper than can be evaluated. */
    Teil baue(Ausdruck ausdruck, Typ typ, int von, Teil... unten) {
        int tiefe = 1;
        for (Teil teil : unten) {
            tiefe = Math.max(tiefe, 1 + teil.tiefe());
        }
        if (tiefe >= Ausdruck.MAX_TIEFE) {
            throw meldungen.abbruch(
                    AusdruckFehler.ZU_TIEF, von, "Tiefer als " + Ausdruck.MAX_TIEFE + " Ebenen verschachtelt.");
        }
        return new Teil(ausdruck, typ, von, tiefe, List.of());
    }
}
