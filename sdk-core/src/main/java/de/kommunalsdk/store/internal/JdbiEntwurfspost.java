/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store.internal;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.antrag.Entwurf;
import de.kommunalsdk.benachrichtigung.Entwurfspost;
import de.kommunalsdk.benachrichtigung.Mailadresse;
import de.kommunalsdk.benachrichtigung.Nachricht;
import de.kommunalsdk.crypto.Verschluesselung;
import de.kommunalsdk.error.Fehlerspur;
import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.mandant.MandantId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Addresses of drafts and their reminders; the addresses are encrypted. */
public final class JdbiEntwurfspost implements Entwurfspost {

    private static final Logger LOG = LoggerFactory.getLogger(JdbiEntwurfspost.class);
    private static final int JE_LAUF = 1000;
    private static final String ANTRAG = " where mandant_id = :mandant and antrag_id = :antrag";

    private final Datenbank datenbank;
    private final Verschluesselung verschluesselung;
    private final Clock clock;
    private final JdbiAntragStore antraege;
    private final JdbiPostausgang ausgang;

    /** In this database. */
    public JdbiEntwurfspost(
            Datenbank datenbank,
            Verschluesselung verschluesselung,
            Clock clock,
            JdbiAntragStore antraege,
            JdbiPostausgang ausgang) {
        this.datenbank = datenbank;
        this.verschluesselung = verschluesselung;
        this.clock = clock;
        this.antraege = antraege;
        this.ausgang = ausgang;
    }

    @Override
    public boolean sendeCode(
            MandantId mandant, AntragId antrag, String code, Nachricht nachricht, Locale sprache, Duration vorlauf) {
        return datenbank.transaktion(h -> {
            if (!antraege.codes().ist(h, mandant, antrag, code)) {
                return false;
            }
            h.createUpdate("delete from ozg_entwurfsadresse" + ANTRAG)
                    .bind("mandant", mandant.wert())
                    .bind("antrag", antrag.wert())
                    .execute();
            Mailadresse adresse = nachricht.empfaenger();
            h.createUpdate("insert into ozg_entwurfsadresse (mandant_id, antrag_id, adresse, sprache, vorlauf_ms,"
                            + " erinnert_fuer) values (:mandant, :antrag, :adresse, :sprache, :vorlauf, 0)")
                    .bind("mandant", mandant.wert())
                    .bind("antrag", antrag.wert())
                    .bind(
                            "adresse",
                            verschluesselung.verschluessle(
                                    adresse.wert().getBytes(StandardCharsets.UTF_8), Orte.adresse(mandant, antrag)))
                    .bind("sprache", sprache.getLanguage())
                    .bind("vorlauf", vorlauf.toMillis())
                    .execute();
            ausgang.stelleEin(
                    h, mandant, antrag, ART_CODE, Fortsetzungscodes.zeichen(code) + "/" + adresse.wert(), nachricht);
            return true;
        });
    }

    @Override
    public Optional<Mailadresse> adresse(MandantId mandant, AntragId antrag) {
        return datenbank.transaktion(h -> zeile(h, mandant, antrag).map(Zeile::adresse));
    }

    @Override
    public void vergiss(MandantId mandant, AntragId antrag) {
        datenbank.transaktion(h -> {
            beende(h, mandant, antrag);
            return null;
        });
    }

    /** Deletes the address of a draft with all mail of the draft, within a transaction of the caller. */
    static void beende(Handle h, MandantId mandant, AntragId antrag) {
        String arten = " and art in ('" + ART_CODE + "', '" + ART_ERINNERUNG + "')";
        for (String anweisung : List.of(
                "delete from ozg_entwurfsadresse" + ANTRAG,
                "delete from ozg_nachricht" + ANTRAG + " and auftrag_id in (select id from ozg_auftrag" + ANTRAG + arten
                        + ")",
                "delete from ozg_auftrag" + ANTRAG + arten)) {
            h.createUpdate(anweisung)
                    .bind("mandant", mandant.wert())
                    .bind("antrag", antrag.wert())
                    .execute();
        }
    }

    @Override
    public int erinnere(Erinnerung erinnerung) {
        List<Stelle> faellige = datenbank.transaktion(h -> h.createQuery("select a.mandant_id, a.antrag_id"
                        + " from ozg_entwurfsadresse e join ozg_antrag a on a.mandant_id = e.mandant_id"
                        + " and a.antrag_id = e.antrag_id where a.status = 'ENTWURF' and a.laeuft_ab > :jetzt"
                        + " and a.laeuft_ab - e.vorlauf_ms <= :jetzt and e.erinnert_fuer <> a.laeuft_ab"
                        + " order by a.laeuft_ab limit " + JE_LAUF)
                .bind("jetzt", clock.millis())
                .map((rs, ctx) -> new Stelle(new MandantId(rs.getString(1)), new AntragId(rs.getString(2))))
                .list());
        return (int) faellige.stream().filter(s -> erinnere(s, erinnerung)).count();
    }

    private boolean erinnere(Stelle s, Erinnerung erinnerung) {
        try {
            return datenbank.transaktion(h -> erinnere(h, s.mandant(), s.antrag(), erinnerung));
        } catch (ServiceUnavailable e) {
            throw e;
        } catch (OzgException | IllegalArgumentException | IllegalStateException e) {
            // A text that cannot be made or an address that cannot be read must not keep the others from their
            // reminder.
            LOG.error("Erinnerung an {} nicht moeglich: {}", s.antrag(), Fehlerspur.kurz(e));
            return false;
        }
    }

    private boolean erinnere(Handle h, MandantId mandant, AntragId antrag, Erinnerung erinnerung) {
        // Asked again under the row's lock: another node may have been faster, or the citizen went on.
        Optional<Entwurf> entwurf = antraege.gesperrt(h, mandant, antrag);
        Optional<Zeile> zeile = zeile(h, mandant, antrag);
        if (entwurf.isEmpty() || zeile.isEmpty()) {
            return false;
        }
        long ablauf = entwurf.get().laeuftAb().toEpochMilli();
        if (ablauf - zeile.get().vorlauf() > clock.millis() || zeile.get().erinnertFuer() == ablauf) {
            return false;
        }
        h.createUpdate("update ozg_entwurfsadresse set erinnert_fuer = :ablauf" + ANTRAG)
                .bind("ablauf", ablauf)
                .bind("mandant", mandant.wert())
                .bind("antrag", antrag.wert())
                .execute();
        Optional<String> code = antraege.codes().wennKeiner(h, mandant, antrag);
        Optional<Nachricht> nachricht = erinnerung.baue(
                entwurf.get(), zeile.get().adresse(), zeile.get().sprache(), code);
        return nachricht.isPresent()
                && ausgang.stelleEin(h, mandant, antrag, ART_ERINNERUNG, String.valueOf(ablauf), nachricht.get());
    }

    private Optional<Zeile> zeile(Handle h, MandantId mandant, AntragId antrag) {
        return h.createQuery("select * from ozg_entwurfsadresse" + ANTRAG)
                .bind("mandant", mandant.wert())
                .bind("antrag", antrag.wert())
                .map((rs, ctx) -> new Zeile(
                        new Mailadresse(new String(
                                verschluesselung.entschluessle(rs.getBytes("adresse"), Orte.adresse(mandant, antrag)),
                                StandardCharsets.UTF_8)),
                        Locale.forLanguageTag(rs.getString("sprache")),
                        rs.getLong("vorlauf_ms"),
                        rs.getLong("erinnert_fuer")))
                .findOne();
    }

    private record Stelle(MandantId mandant, AntragId antrag) {}

    private record Zeile(Mailadresse adresse, Locale sprache, long vorlauf, long erinnertFuer) {}
}
