/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store;

import de.kommunalsdk.antrag.Anlage;
import de.kommunalsdk.antrag.Antrag;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.antrag.AntragStore;
import de.kommunalsdk.antrag.Entwurf;
import de.kommunalsdk.antrag.Vorgangsnummer;
import de.kommunalsdk.audit.Antragsende;
import de.kommunalsdk.audit.Protokoll;
import de.kommunalsdk.benachrichtigung.Entwurfspost;
import de.kommunalsdk.beteiligung.Beteiligung;
import de.kommunalsdk.beteiligung.Beteiligungen;
import de.kommunalsdk.blob.Anlagenspeicher;
import de.kommunalsdk.blob.Anlagenstand;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.store.internal.Datenbank;
import de.kommunalsdk.store.internal.JdbiAnmeldenachweise;
import de.kommunalsdk.store.internal.Loeschung;
import de.kommunalsdk.store.internal.Vorgangsblatt;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * All data about one person's Antrag, and their erasure (GDPR Art. 15 and 17). A person without an account is known by
 * the id of the Antrag or its Vorgangsnummer only. Each act is audited. Thread-safe.
 */
public final class Auskunft {

    private final Datenbank datenbank;
    private final AntragStore antraege;
    private final Anlagenspeicher anlagen;
    private final Protokoll protokoll;
    private final Entwurfspost post;
    private final Beteiligungen beteiligungen;
    private final JdbiAnmeldenachweise anmeldungen;
    private final Clock clock;
    private final Vorgangsblatt vorgaenge;

    Auskunft(
            Datenbank datenbank,
            AntragStore antraege,
            Anlagenspeicher anlagen,
            Protokoll protokoll,
            Entwurfspost post,
            Beteiligungen beteiligungen,
            JdbiAnmeldenachweise anmeldungen,
            Clock clock) {
        this.post = post;
        this.beteiligungen = beteiligungen;
        this.anmeldungen = anmeldungen;
        this.datenbank = datenbank;
        this.antraege = antraege;
        this.anlagen = anlagen;
        this.protokoll = protokoll;
        this.clock = clock;
        this.vorgaenge = new Vorgangsblatt(datenbank);
    }

    /**
     * Writes a zip: {@code vorgang.txt} (numbers, times, states, deliveries), {@code angaben.json} (the answers as
     * stored), {@code identifikation.json} (the login it was handed in with), {@code protokoll.txt} (the audit trail), {@code beteiligte/} (what is
     * kept of each person who was asked to agree: check GDPR Art. 15(4) before it goes to another), the attachments. Those that
     * the virus scan has not let through are named in {@code vorgang.txt} instead.
     *
     * @return false when there is no such draft or Antrag; then nothing was written
     */
    public boolean exportiere(MandantId mandant, AntragId id, String handelnder, OutputStream ziel) throws IOException {
        Optional<byte[]> inhalt = antraege.antrag(mandant, id)
                .map(Antrag::inhalt)
                .or(() -> antraege.entwurf(mandant, id).map(Entwurf::inhalt));
        if (inhalt.isEmpty()) {
            return false;
        }
        protokoll.schreibe(mandant, id, "AUSKUNFT_ERTEILT", handelnder);
        ZipOutputStream zip = new ZipOutputStream(ziel, StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry("vorgang.txt"));
        List<String> vorgang = new ArrayList<>(vorgaenge.zeilen(mandant, id));
        post.adresse(mandant, id).ifPresent(a -> vorgang.add("E-Mail-Adresse fuer den Entwurf: " + a.wert()));
        anmeldungen.zu(mandant, id).ifPresent(p -> {
            vorgang.add("Postfach bei " + p.quelle() + ": " + p.adresse());
            p.antragskennung().ifPresent(k -> vorgang.add("Antragskennung bei " + p.quelle() + ": " + k));
        });
        anlagen.staende(mandant, id).stream()
                .filter(stand -> !stand.istFrei())
                .forEach(stand ->
                        vorgang.add("Datei nicht dabei, " + grund(stand.zustand()) + ": " + stand.dateiname()));
        zip.write(text(vorgang));
        zip.putNextEntry(new ZipEntry("angaben.json"));
        zip.write(inhalt.get());
        Optional<byte[]> bericht = anmeldungen.bericht(mandant, id);
        if (bericht.isPresent()) {
            zip.putNextEntry(new ZipEntry("identifikation.json"));
            zip.write(bericht.get());
        }
        zip.putNextEntry(new ZipEntry("protokoll.txt"));
        zip.write(text(protokoll.eintraege(mandant, id).stream()
                .map(e -> e.zeit() + " " + e.ereignis() + " " + e.handelnder())
                .toList()));
        for (Beteiligung person : beteiligungen.alle(mandant, id)) {
            zip.putNextEntry(new ZipEntry("beteiligte/" + person.id() + ".json"));
            zip.write(person.inhalt());
        }
        for (Anlagenstand stand : anlagen.staende(mandant, id)) {
            if (!stand.istFrei()) { // nobody gets its bytes before a scanner has let it through
                continue;
            }
            Anlage anlage = stand.anlage();
            zip.putNextEntry(new ZipEntry("anlagen/" + anlage.id() + "-" + anlage.dateiname()));
            try (InputStream bytes = anlagen.oeffnen(mandant, id, anlage.id()).orElse(InputStream.nullInputStream())) {
                bytes.transferTo(zip);
            }
        }
        zip.finish();
        return true;
    }

    /** The Antrag with the number that the citizen quotes; empty when there is none, or not any more. */
    public Optional<AntragId> finde(MandantId mandant, Vorgangsnummer nummer) {
        return vorgaenge.finde(mandant, nummer);
    }

    private static String grund(Anlagenstand.Zustand zustand) {
        return switch (zustand) {
            case QUARANTAENE -> "wartet auf die Virenpruefung";
            case BEFALLEN -> "wegen eines Virenfundes geloescht";
            case FREI -> throw new IllegalArgumentException(zustand.name());
        };
    }

    private static byte[] text(List<String> zeilen) {
        return zeilen.stream().map(z -> z + "\n").collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8);
    }

    /** Deletes a draft or Antrag with all that belongs to it, delivered or not; false when there is none. */
    public boolean loesche(MandantId mandant, AntragId id, String handelnder) {
        return datenbank.transaktion(
                h -> Loeschung.loesche(h, mandant, id, Antragsende.AUF_WUNSCH_GELOESCHT, handelnder, clock.millis()));
    }
}
