/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.antrag.Anlage;
import de.kommunalsdk.antrag.Entwurf;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.reise.Feldfehler;
import de.kommunalsdk.forms.reise.Feldfehler.Art;
import de.kommunalsdk.forms.seiten.Formularansicht;
import de.kommunalsdk.store.StoreFehler;
import de.kommunalsdk.virenscan.Virenscanner;
import de.kommunalsdk.zeichen.Din91379;
import de.kommunalsdk.zeichen.Zeichenbefund;
import de.kommunalsdk.zeichen.Zeichensatz;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes an uploaded file: size, type by its content, virus scan, then encrypted storage. */
final class Dateiannahme {

    private final KommunalSdk sdk;

    Dateiannahme(KommunalSdk sdk) {
        this.sdk = sdk;
    }

    /** Stores the file, or says why not. */
    Optional<Feldfehler> nimm(Entwurf entwurf, Feld feld, String ort, Part teil, Consumer<Anlage> gespeichert)
            throws IOException {
        String grenze = Formularansicht.megabyte(feld);
        if (teil.getSize() == 0) {
            return fehler(feld, ort, Art.DATEI_LEER);
        }
        if (teil.getSize() > feld.maxBytes()) {
            return fehler(feld, ort, Art.DATEI_ZU_GROSS, grenze);
        }
        String typ = typ(teil);
        if (!feld.medientypen().contains(typ)) {
            return fehler(feld, ort, Art.DATEI_TYP, Formularansicht.dateitypen(feld));
        }
        if (sdk.virenscanner().isPresent()) {
            try (InputStream inhalt = teil.getInputStream()) {
                if (sdk.virenscanner().get().pruefe(inhalt) != Virenscanner.Befund.SAUBER) {
                    return fehler(feld, ort, Art.DATEI_VERDAECHTIG);
                }
            }
        }
        try (InputStream inhalt = teil.getInputStream()) {
            gespeichert.accept(sdk.datenhaltung()
                    .anlagen()
                    .speichern(
                            entwurf.mandant(),
                            entwurf.id(),
                            dateiname(teil.getSubmittedFileName()),
                            typ,
                            inhalt,
                            feld.maxBytes()));
            return Optional.empty();
        } catch (InvalidInput e) {
            if (e.fehlercode() == StoreFehler.ANLAGE_ZU_GROSS) {
                return fehler(feld, ort, Art.DATEI_ZU_GROSS, grenze);
            }
            throw e;
        }
    }

    /** The media type by the first bytes; what the browser claims counts for nothing. */
    private static String typ(Part teil) throws IOException {
        try (InputStream inhalt = teil.getInputStream()) {
            byte[] anfang = inhalt.readNBytes(8);
            if (beginnt(anfang, '%', 'P', 'D', 'F', '-')) {
                return "application/pdf";
            }
            if (beginnt(anfang, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
                return "image/png";
            }
            return beginnt(anfang, 0xff, 0xd8, 0xff) ? "image/jpeg" : "application/octet-stream";
        }
    }

    private static boolean beginnt(byte[] bytes, int... anfang) {
        if (bytes.length < anfang.length) {
            return false;
        }
        for (int i = 0; i < anfang.length; i++) {
            if ((bytes[i] & 0xff) != anfang[i]) {
                return false;
            }
        }
        return true;
    }

    private static String dateiname(@org.jspecify.annotations.Nullable String roh) {
        String name = roh == null ? "" : roh.substring(Math.max(roh.lastIndexOf('/'), roh.lastIndexOf('\\')) + 1);
        // shortened twice: a spelling may be longer than the character, and a cut may leave half of one
        String sauber = inDin91379(ende(inDin91379(ende(name))))
                .replaceAll("[\\p{Cntrl}<>:\"|?*]", "")
                .strip();
        return sauber.isEmpty() ? "Datei" : sauber;
    }

    private static String ende(String name) {
        return name.substring(Math.max(0, name.length() - 120));
    }

    /** The name is delivered with the file; what cannot travel is written otherwise. */
    private static String inDin91379(String name) {
        Din91379 din = Din91379.fuer(Zeichensatz.E);
        StringBuilder neu = new StringBuilder(din.normalisiere(name));
        List<Zeichenbefund> befunde = din.pruefe(neu).befunde();
        for (int i = befunde.size() - 1; i >= 0; i--) {
            Zeichenbefund befund = befunde.get(i);
            neu.replace(befund.von(), befund.bis(), befund.vorschlag().orElse("_"));
        }
        return neu.toString();
    }

    private static Optional<Feldfehler> fehler(Feld feld, String ort, Art art, String... angaben) {
        return Optional.of(new Feldfehler(ort, art, feld.beschriftung(), List.of(angaben)));
    }
}
