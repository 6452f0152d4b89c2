/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.blob.Anlagenspeicher.Grenzen;
import de.kommunalsdk.blob.Anlagenstand;
import de.kommunalsdk.blob.Anlagenstand.Zustand;
import de.kommunalsdk.blob.Inhalt;
import de.kommunalsdk.dateityp.DateiFehler;
import de.kommunalsdk.dateityp.Dateipruefung;
import de.kommunalsdk.dateityp.Dateityp;
import de.kommunalsdk.error.Fehlerspur;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.definition.Feld;
import de.kommunalsdk.forms.entwurf.EigeneEingabe;
import de.kommunalsdk.forms.reise.Feldfehler;
import de.kommunalsdk.forms.reise.Feldfehler.Art;
import de.kommunalsdk.forms.reise.Platz.FeldPlatz;
import de.kommunalsdk.forms.seiten.Feldtext;
import de.kommunalsdk.grenze.Absendernetz;
import de.kommunalsdk.store.StoreFehler;
import de.kommunalsdk.virenscan.VirenscanFehler;
import de.kommunalsdk.virenscan.Virenscanner;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the files of one request while they arrive: number, name, first bytes, size; then what is stored, encrypted and
 * still seen by nobody, is read once more for its structure and by the virus scanner, and becomes an attachment. What
 * cannot be taken is an error at its field, and the next file gets its turn. Not thread-safe.
 */
final class Dateiannahme implements Formularanfrage.Dateiempfaenger {

    static final String DATEI = ".datei";
    static final String HOCHGELADEN = ".hochgeladen";
    static final long MAX_JE_ENTWURF = 200L << 20;
    static final int MAX_JE_ADRESSE = 4000; // MB in an hour: a Buergerbuero has one address

    private static final Duration STUNDE = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(Dateiannahme.class);

    private final KommunalSdk sdk;
    private final Vorgang v;
    private final Map<String, Feld> felder;
    private final Map<String, List<Anlagenstand>> vorhandene = new HashMap<>();

    /**
     * For one request.
     *
     * @param felder the fields for files of the page, by place
     * @param staende the stored files of the draft
     */
    Dateiannahme(KommunalSdk sdk, Vorgang v, Map<String, Feld> felder, Map<AnlageId, Anlagenstand> staende) {
        this.sdk = sdk;
        this.v = v;
        this.felder = felder;
        felder.keySet().forEach(ort -> {
            List<Anlagenstand> da = new ArrayList<>();
            v.antworten().anlagen(ort).stream().filter(staende::containsKey).forEach(id -> da.add(staende.get(id)));
            vorhandene.put(ort, da);
        });
    }

    @Override
    public void nimm(String name, String dateiname, String angegeben, InputStream inhalt) throws IOException {
        v.a().pruefeCsrfVorDateien();
        String ort = name.endsWith(DATEI) ? name.substring(0, name.length() - DATEI.length()) : "";
        Feld feld = felder.containsKey(ort) ? felder.get(ort) : anderswo(name);
        if (feld == null) {
            return;
        }
        List<Anlagenstand> da = vorhandene.computeIfAbsent(ort, o -> new ArrayList<>());
        if (da.size() >= feld.maxDateien()) {
            fehler(feld, ort, Art.ZU_VIELE, String.valueOf(feld.maxDateien()));
            return;
        }
        if (!zaehle(0)) {
            fehler(feld, ort, Art.DATEI_ANDRANG, String.valueOf(MAX_JE_ADRESSE));
            return;
        }
        Zaehlstrom gezaehlt = new Zaehlstrom(inhalt);
        try {
            byte[] anfang = gezaehlt.readNBytes(Dateipruefung.ANFANG);
            if (anfang.length == 0) {
                fehler(feld, ort, Art.DATEI_LEER);
                return;
            }
            Dateityp typ = Dateipruefung.erkenne(dateiname, angegeben, anfang);
            if (!Entwurfsdateien.typen(feld).contains(typ)) {
                throw new InvalidInput(DateiFehler.TYP, typ.name());
            }
            Anlagenstand neu = sdk.datenhaltung()
                    .anlagen()
                    .speichern(
                            v.entwurf().mandant(),
                            v.entwurf().id(),
                            Dateiname.sauber(dateiname),
                            typ.medientyp(),
                            new SequenceInputStream(new ByteArrayInputStream(anfang), gezaehlt),
                            new Grenzen(feld.maxBytes(), MAX_JE_ENTWURF),
                            bytes -> pruefe(typ, bytes));
            behalte(feld, ort, da, neu);
        } catch (InvalidInput e) {
            abgelehnt(feld, ort, e);
        } finally {
            zaehle(1 + (int) (gezaehlt.bytes / 1_000_000)); // also of what was not taken: it was written and scanned
        }
    }

    /** Whether this address may upload more: nobody fills a disk from one place. */
    private boolean zaehle(int megabyte) {
        String zaehler = "hochladen:" + v.a().mandant().id() + ":"
                + Absendernetz.von(v.a().http().getRemoteAddr());
        return sdk.datenhaltung().grenze().erlaubt(zaehler, megabyte, MAX_JE_ADRESSE, STUNDE);
    }

    /** The field of a place that is not on the page any more, as another tab removed it: the citizen is asked then. */
    private @Nullable Feld anderswo(String name) {
        return EigeneEingabe.dateiplaetze(v.formular(), List.of(name)).stream()
                .map(FeldPlatz::feld)
                .findFirst()
                .orElse(null);
    }

    private void behalte(Feld feld, String ort, List<Anlagenstand> da, Anlagenstand neu) {
        Predicate<Anlagenstand> gleich =
                s -> s.anlage().sha256().equals(neu.anlage().sha256());
        if (da.stream().anyMatch(gleich)) {
            sdk.datenhaltung()
                    .anlagen()
                    .loeschen(
                            v.entwurf().mandant(),
                            v.entwurf().id(),
                            neu.anlage().id());
            fehler(feld, ort, Art.DATEI_DOPPELT);
            return;
        }
        da.add(neu);
        v.a().merkeDatei(ort + HOCHGELADEN, neu.anlage().id().wert());
    }

    private void abgelehnt(Feld feld, String ort, InvalidInput e) {
        if (e.fehlercode() == StoreFehler.ANLAGEN_ZU_GROSS) {
            fehler(feld, ort, Art.DATEI_PLATZ, String.valueOf(MAX_JE_ENTWURF / 1_000_000));
        } else if (e.fehlercode() == StoreFehler.ANLAGE_ZU_GROSS) {
            fehler(feld, ort, Art.DATEI_ZU_GROSS, Feldtext.megabyte(feld));
        } else if (e.fehlercode() == VirenscanFehler.BEFALLEN) {
            sdk.datenhaltung()
                    .protokoll()
                    .schreibe(v.entwurf().mandant(), v.entwurf().id(), "ANLAGE_BEFALLEN", "system");
            fehler(feld, ort, Art.DATEI_BEFALLEN);
        } else if (e.fehlercode() instanceof DateiFehler grund) {
            fehler(feld, ort, Art.valueOf("DATEI_" + grund.name()), Feldtext.dateitypen(feld));
        } else if (e.fehlercode() != StoreFehler.KEIN_ENTWURF) { // that is said when the page is to be saved
            throw e;
        }
    }

    private Zustand pruefe(Dateityp typ, Inhalt bytes) throws IOException {
        Dateipruefung.pruefe(typ, bytes);
        if (sdk.virenscanner().isEmpty()) {
            return Zustand.FREI; // the host chose so, or was told at the start
        }
        Virenscanner.Befund befund;
        try (InputStream inhalt = bytes.ab(0)) {
            befund = sdk.virenscanner().get().pruefe(inhalt);
        } catch (IOException | RuntimeException e) { // its text may quote what it read
            LOG.warn("{} {}", VirenscanFehler.NICHT_ERREICHBAR.code(), Fehlerspur.kurz(e));
            befund = Virenscanner.Befund.UNBEKANNT;
        }
        return switch (befund) {
            case SAUBER -> Zustand.FREI;
            case UNBEKANNT -> Zustand.QUARANTAENE;
            case BEFALLEN -> throw new InvalidInput(VirenscanFehler.BEFALLEN, "");
        };
    }

    private void fehler(Feld feld, String ort, Art art, String... angaben) {
        v.a().dateifehler().add(new Feldfehler(ort, art, feld.beschriftung(), List.of(angaben)));
    }

    /** Counts what is read of a file. */
    private static final class Zaehlstrom extends FilterInputStream {

        private long bytes;

        Zaehlstrom(InputStream quelle) {
            super(quelle);
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            bytes += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] ziel, int ab, int laenge) throws IOException {
            int gelesen = in.read(ziel, ab, laenge);
            bytes += Math.max(0, gelesen);
            return gelesen;
        }
    }
}
