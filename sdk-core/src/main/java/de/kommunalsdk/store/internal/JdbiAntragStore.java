/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store.internal;

import de.kommunalsdk.antrag.Antrag;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.antrag.AntragStore;
import de.kommunalsdk.antrag.Antragsstatus;
import de.kommunalsdk.antrag.Einreichung;
import de.kommunalsdk.antrag.Einreichungsergebnis;
import de.kommunalsdk.antrag.Entwurf;
import de.kommunalsdk.antrag.Kontobindung;
import de.kommunalsdk.antrag.Speicherergebnis;
import de.kommunalsdk.antrag.Vorgangsnummer;
import de.kommunalsdk.audit.Antragsende;
import de.kommunalsdk.beteiligung.Zustimmungsstand;
import de.kommunalsdk.crypto.Siegel;
import de.kommunalsdk.crypto.Verschluesselung;
import de.kommunalsdk.dienst.DienstId;
import de.kommunalsdk.dienst.DienstRef;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.store.StoreFehler;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Drafts and Antraege in one table; the content is encrypted. */
public final class JdbiAntragStore implements AntragStore {

    static final int MAX_INHALT = 1_000_000;

    private final Datenbank datenbank;
    private final Verschluesselung verschluesselung;
    private final Siegel siegel;
    private final Clock clock;
    private final JdbiAnlagenspeicher anlagen;
    private final Einreichungsablauf ablauf;
    private final Beteiligungszeilen beteiligungen;
    private final Fortsetzungscodes codes;
    private final Kontobindungen konten;

    /** In this database. */
    public JdbiAntragStore(
            Datenbank datenbank,
            Verschluesselung verschluesselung,
            Siegel siegel,
            Clock clock,
            JdbiAnlagenspeicher anlagen) {
        this.datenbank = datenbank;
        this.verschluesselung = verschluesselung;
        this.siegel = siegel;
        this.clock = clock;
        this.anlagen = anlagen;
        this.ablauf = new Einreichungsablauf(verschluesselung, clock);
        this.beteiligungen = new Beteiligungszeilen(verschluesselung);
        this.codes = new Fortsetzungscodes(siegel, clock);
        this.konten = new Kontobindungen(siegel, clock);
    }

    @Override
    public Entwurf anlegen(MandantId mandant, DienstRef dienst, byte[] inhalt, Duration lebensdauer) {
        Instant jetzt = Instant.ofEpochMilli(clock.millis());
        Entwurf neu = new Entwurf(AntragId.neu(), mandant, dienst, 1, jetzt, jetzt.plus(lebensdauer), inhalt);
        byte[] geheim = verschluessle(neu, inhalt);
        datenbank.transaktion(h -> h.createUpdate(
                        "insert into ozg_antrag (mandant_id, antrag_id, dienst_id,"
                                + " dienst_version, status, stand, angelegt_am, lebensdauer_s, laeuft_ab, inhalt) values"
                                + " (:mandant, :antrag, :dienst, :version, 'ENTWURF', 1, :jetzt, :lebensdauer, :ablauf, :inhalt)")
                .bind("mandant", mandant.wert())
                .bind("antrag", neu.id().wert())
                .bind("dienst", dienst.id().wert())
                .bind("version", dienst.version())
                .bind("jetzt", jetzt.toEpochMilli())
                .bind("lebensdauer", lebensdauer.toSeconds())
                .bind("ablauf", neu.laeuftAb().toEpochMilli())
                .bind("inhalt", geheim)
                .execute());
        return neu;
    }

    @Override
    public Optional<Entwurf> entwurf(MandantId mandant, AntragId id) {
        return datenbank.transaktion(h -> entwurf(h, mandant, id));
    }

    private Optional<Entwurf> entwurf(Handle h, MandantId mandant, AntragId id) {
        return zeile(h, " and antrag_id = :wert and status = 'ENTWURF' and laeuft_ab > :jetzt", mandant, id.wert())
                .bind("jetzt", clock.millis())
                .map((rs, ctx) -> entwurf(mandant, rs))
                .findOne();
    }

    @Override
    public Speicherergebnis speichern(Entwurf gelesen, byte[] inhalt) {
        return umstellen(gelesen, gelesen.dienst(), inhalt);
    }

    @Override
    public Speicherergebnis umstellen(Entwurf gelesen, DienstRef dienst, byte[] inhalt) {
        if (!dienst.id().equals(gelesen.dienst().id())) {
            throw new IllegalArgumentException("Ein Entwurf bleibt bei seinem Dienst");
        }
        byte[] geheim = verschluessle(gelesen, inhalt);
        return datenbank.transaktion(h -> {
            long jetzt = clock.millis();
            int geschrieben = h.createUpdate(
                            "update ozg_antrag set inhalt = :inhalt, stand = stand + 1, dienst_version = :version,"
                                    + " laeuft_ab = :jetzt + lebensdauer_s * 1000 where mandant_id = :mandant"
                                    + " and antrag_id = :antrag and status = 'ENTWURF' and stand = :stand and laeuft_ab > :jetzt")
                    .bind("inhalt", geheim)
                    .bind("version", dienst.version())
                    .bind("jetzt", jetzt)
                    .bind("mandant", gelesen.mandant().wert())
                    .bind("antrag", gelesen.id().wert())
                    .bind("stand", gelesen.stand())
                    .execute();
            Optional<Entwurf> jetziger = entwurf(h, gelesen.mandant(), gelesen.id());
            if (jetziger.isEmpty()) {
                return new Speicherergebnis.NichtMehrDa();
            }
            if (geschrieben == 1 && !dienst.equals(gelesen.dienst())) {
                JdbiProtokoll.schreibe(h, jetzt, gelesen.mandant(), gelesen.id(), "ENTWURF_UMGESTELLT", "system");
            }
            if (geschrieben == 1) { // nobody agrees to answers that are not there any more
                beteiligungen.beende(h, gelesen.mandant(), gelesen.id(), Zustimmungsstand.ZURUECKGEZOGEN, jetzt);
            }
            return geschrieben == 1
                    ? new Speicherergebnis.Gespeichert(jetziger.get())
                    : new Speicherergebnis.Konflikt(jetziger.get());
        });
    }

    @Override
    public void loeschen(MandantId mandant, AntragId id) {
        datenbank.transaktion(h -> Loeschung.loescheWenn(
                h, "status = 'ENTWURF'", mandant, id, Antragsende.ENTWURF_GELOESCHT, "buerger", clock.millis()));
    }

    /** The draft, whose row is held from here on. */
    Optional<Entwurf> gesperrt(Handle h, MandantId mandant, AntragId id) {
        return zeile(
                        h,
                        " and antrag_id = :wert and status = 'ENTWURF' and laeuft_ab > :jetzt for update",
                        mandant,
                        id.wert())
                .bind("jetzt", clock.millis())
                .map((rs, ctx) -> entwurf(mandant, rs))
                .findOne();
    }

    @Override
    public String fortsetzungscode(MandantId mandant, AntragId id) {
        return datenbank
                .transaktion(h -> codes.neuer(h, mandant, id))
                .orElseThrow(() -> new InvalidInput(StoreFehler.ENTWURF_WEG, ""));
    }

    @Override
    public boolean istFortsetzungscode(MandantId mandant, AntragId id, String code) {
        return datenbank.transaktion(h -> codes.ist(h, mandant, id, code));
    }

    @Override
    public Optional<Entwurf> fortsetzen(MandantId mandant, DienstRef dienst, String code, String browser) {
        return datenbank.transaktion(
                h -> codes.loeseEin(h, mandant, dienst, code, browser).flatMap(id -> entwurf(h, mandant, id)));
    }

    @Override
    public void beendeFortsetzung(MandantId mandant, AntragId id) {
        datenbank.transaktion(h -> codes.beende(h, mandant, id));
    }

    @Override
    public Kontobindung binde(MandantId mandant, AntragId id, String konto) {
        return datenbank.transaktion(h -> konten.binde(h, mandant, id, konto));
    }

    @Override
    public boolean istGebunden(MandantId mandant, AntragId id) {
        return datenbank.transaktion(h -> konten.istGebunden(h, mandant, id));
    }

    @Override
    public boolean gehoert(MandantId mandant, AntragId id, String konto) {
        return datenbank.transaktion(h -> konten.gehoert(h, mandant, id, konto));
    }

    @Override
    public List<Entwurf> entwuerfe(MandantId mandant, String konto, int hoechstens) {
        return datenbank.transaktion(h -> h.createQuery("select * from ozg_antrag where mandant_id = :mandant"
                        + " and konto_hash in (<hashes>) and status = 'ENTWURF' and laeuft_ab > :jetzt"
                        + " order by laeuft_ab desc limit :hoechstens")
                .bind("mandant", mandant.wert())
                .bindList("hashes", konten.hashes(konto))
                .bind("jetzt", clock.millis())
                .bind("hoechstens", hoechstens)
                .map((rs, ctx) -> entwurf(mandant, rs))
                .list());
    }

    @Override
    public Einreichungsergebnis einreichen(Einreichung einreichung) {
        MandantId mandant = einreichung.entwurf().mandant();
        AntragId id = einreichung.entwurf().id();
        String schluesselhash = siegel.hash("einreichen", id + ":" + einreichung.einreichschluessel());
        return datenbank.transaktion(h -> {
            boolean eingefroren = ablauf.friereEin(h, einreichung, schluesselhash);
            Optional<Antrag> antrag = antrag(h, " and einreichschluessel = :wert", mandant, schluesselhash);
            if (antrag.isPresent()) {
                return new Einreichungsergebnis.Eingereicht(antrag.get(), !eingefroren);
            }
            return entwurf(h, mandant, id)
                    .<Einreichungsergebnis>map(Einreichungsergebnis.EntwurfGeaendert::new)
                    .orElseGet(Einreichungsergebnis.NichtMehrDa::new);
        });
    }

    @Override
    public List<Antrag> antraege(MandantId mandant, String konto, int hoechstens) {
        return datenbank.transaktion(h -> h.createQuery("select * from ozg_antrag where mandant_id = :mandant"
                        + " and konto_hash in (<hashes>) and vorgangsnummer is not null"
                        + " order by eingegangen_am desc limit :hoechstens")
                .bind("mandant", mandant.wert())
                .bindList("hashes", konten.hashes(konto))
                .bind("hoechstens", hoechstens)
                .map((rs, ctx) -> antrag(h, mandant, rs))
                .list());
    }

    @Override
    public Optional<Antrag> antrag(MandantId mandant, AntragId id) {
        return datenbank.transaktion(h -> antrag(h, " and antrag_id = :wert", mandant, id.wert()));
    }

    private Optional<Antrag> antrag(Handle h, String bedingung, MandantId mandant, String wert) {
        return zeile(h, bedingung + " and vorgangsnummer is not null", mandant, wert)
                .map((rs, ctx) -> antrag(h, mandant, rs))
                .findOne();
    }

    @Override
    public boolean wechsle(MandantId mandant, AntragId id, Antragsstatus ziel) {
        return datenbank.transaktion(h -> wechsle(h, mandant, id, ziel, clock.millis()));
    }

    /** Moves within a transaction of the caller. */
    static boolean wechsle(Handle h, MandantId mandant, AntragId id, Antragsstatus ziel, long jetzt) {
        Optional<Antragsstatus> ist = h.createQuery("select status from ozg_antrag where mandant_id = :mandant"
                        + " and antrag_id = :antrag for update")
                .bind("mandant", mandant.wert())
                .bind("antrag", id.wert())
                .map((rs, ctx) -> Antragsstatus.valueOf(rs.getString(1)))
                .findOne();
        if (ist.isEmpty() || (ist.get() != ziel && !ist.get().darfNach(ziel))) {
            return false;
        }
        if (ist.get() != ziel) {
            h.createUpdate("update ozg_antrag set status = :ziel where mandant_id = :mandant and antrag_id = :antrag")
                    .bind("ziel", ziel.name())
                    .bind("mandant", mandant.wert())
                    .bind("antrag", id.wert())
                    .execute();
            JdbiProtokoll.schreibe(h, jetzt, mandant, id, ziel.name(), "system");
        }
        return true;
    }

    private static Query zeile(Handle h, String bedingung, MandantId mandant, String wert) {
        return h.createQuery("select * from ozg_antrag where mandant_id = :mandant" + bedingung)
                .bind("mandant", mandant.wert())
                .bind("wert", wert);
    }

    private Entwurf entwurf(MandantId mandant, ResultSet rs) throws SQLException {
        AntragId id = new AntragId(rs.getString("antrag_id"));
        return new Entwurf(
                id,
                mandant,
                dienst(rs),
                rs.getLong("stand"),
                Instant.ofEpochMilli(rs.getLong("angelegt_am")),
                Instant.ofEpochMilli(rs.getLong("laeuft_ab")),
                verschluesselung.entschluessle(rs.getBytes("inhalt"), Orte.inhalt(mandant, id)));
    }

    private Antrag antrag(Handle h, MandantId mandant, ResultSet rs) throws SQLException {
        AntragId id = new AntragId(rs.getString("antrag_id"));
        return new Antrag(
                id,
                mandant,
                dienst(rs),
                Antragsstatus.valueOf(rs.getString("status")),
                new Vorgangsnummer(rs.getString("vorgangsnummer")),
                Instant.ofEpochMilli(rs.getLong("eingegangen_am")),
                verschluesselung.entschluessle(rs.getBytes("inhalt"), Orte.inhalt(mandant, id)),
                rs.getString("inhalt_sha256"),
                anlagen.liste(h, mandant, id));
    }

    private static DienstRef dienst(ResultSet rs) throws SQLException {
        return new DienstRef(new DienstId(rs.getString("dienst_id")), rs.getString("dienst_version"));
    }

    private byte[] verschluessle(Entwurf entwurf, byte[] inhalt) {
        if (inhalt.length > MAX_INHALT) {
            throw new InvalidInput(StoreFehler.ZU_GROSS, inhalt.length + " Byte, erlaubt sind " + MAX_INHALT);
        }
        return verschluesselung.verschluessle(inhalt, Orte.inhalt(entwurf.mandant(), entwurf.id()));
    }

    Fortsetzungscodes codes() {
        return codes;
    }
}
