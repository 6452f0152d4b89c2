/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal;

import de.kommunalsdk.xdatenfelder.Datenfeld;
import de.kommunalsdk.xdatenfelder.Datenfeld.CodelisteReferenz;
import de.kommunalsdk.xdatenfelder.Identifikation;
import de.kommunalsdk.xdatenfelder.XdfFehler;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads identifications, values and references to code lists. */
final class Listenleser {

    private final Zeiger zeiger;
    private final Befunde befunde;
    private final boolean xdf2;
    private final Set<String> codelisten = new HashSet<>();

    Listenleser(Zeiger zeiger, Befunde befunde, boolean xdf2) {
        this.xdf2 = xdf2;
        this.zeiger = zeiger;
        this.befunde = befunde;
    }

    /** Distinct code lists referenced so far. */
    int codelisten() {
        return codelisten.size();
    }

    /** Reads id and version of an identification. */
    Identifikation kennung() {
        String[] kennung = {"", ""};
        boolean[] gesehen = {false, false};
        while (zeiger.naechstesKind()) {
            int i = zeiger.imStandard() ? List.of("id", "version").indexOf(zeiger.name()) : -1;
            if (i < 0) {
                zeiger.unbekannt();
            } else if (gesehen[i]) {
                befunde.fehler(XdfFehler.DOPPELTE_ANGABE, zeiger.ort(), "identifikation/" + zeiger.name());
                zeiger.ueberspringe();
            } else {
                gesehen[i] = true;
                kennung[i] = zeiger.text();
            }
        }
        return new Identifikation(kennung[0], kennung[1]);
    }

    /** Reads the values inside a field and stops at its end tag. */
    void werte(Rohelement roh) {
        while (zeiger.naechstesKind()) {
            if (!zeiger.imStandard() || !zeiger.name().equals("wert")) {
                zeiger.unbekannt();
                continue;
            }
            Ort ort = zeiger.ort();
            String code = "";
            String name = "";
            String hilfe = "";
            while (zeiger.naechstesKind()) {
                switch (zeiger.name()) {
                    case "code" -> code = zeiger.text();
                    case "name" -> name = zeiger.text();
                    case "hilfe" -> hilfe = zeiger.text();
                    default -> zeiger.unbekannt();
                }
            }
            if (code.isEmpty()) {
                befunde.fehler(XdfFehler.PFLICHT_FEHLT, ort, "wert/code");
            } else {
                roh.werte.add(new Datenfeld.Wert(code, name, hilfe));
            }
        }
    }

    /** Reads the reference to a code list and stops at its end tag. */
    void codeliste(Rohelement roh) {
        Ort ort = zeiger.ort();
        String[] liste = {"", "", ""};
        @Nullable Identifikation kennung = null;
        while (zeiger.naechstesKind()) {
            if (!xdf2) {
                genericode(liste);
            } else if (zeiger.name().equals("identifikation")) {
                kennung = kennung();
            } else if (zeiger.name().equals("genericodeIdentification")) {
                while (zeiger.naechstesKind()) {
                    genericode(liste);
                }
            } else {
                zeiger.unbekannt();
            }
        }
        if (liste[0].isEmpty()) {
            befunde.fehler(XdfFehler.PFLICHT_FEHLT, ort, "codelisteReferenz/canonicalIdentification");
            return;
        }
        // XDF2 identifies a code list by its own id, XDF3 by its URN
        codelisten.add(
                kennung == null || kennung.id().isEmpty()
                        ? liste[0] + "|" + (liste[1].isEmpty() ? liste[2] : liste[1])
                        : kennung.id() + "|" + kennung.version());
        roh.codeliste = Optional.of(new CodelisteReferenz(liste[0], liste[1], liste[2], Optional.ofNullable(kennung)));
    }

    private void genericode(String[] liste) {
        switch (zeiger.name()) {
            case "canonicalIdentification" -> liste[0] = zeiger.text();
            case "version" -> liste[1] = zeiger.text();
            case "canonicalVersionUri" -> liste[2] = zeiger.text();
            default -> zeiger.unbekannt();
        }
    }
}
