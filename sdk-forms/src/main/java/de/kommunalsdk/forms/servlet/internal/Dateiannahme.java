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
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
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
        String sauber = Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cs}\\p{Cn}\\p{Co}\\p{Cf}<>:\"|?*]", "")
                .strip();
        String kurz = sauber.length() <= 120 ? sauber : sauber.substring(sauber.length() - 120);
        return kurz.isEmpty() ? "Datei" : kurz;
    }

    private static Optional<Feldfehler> fehler(Feld feld, String ort, Art art, String... angaben) {
        return Optional.of(new Feldfehler(ort, art, feld.beschriftung(), List.of(angaben)));
    }
}
