/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store.internal;

import de.kommunalsdk.crypto.Sha256;
import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.listenablage.Listenablage;
import de.kommunalsdk.store.StoreFehler;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Files of code lists in a table to which rows are only added: the highest {@code stand} of a version holds, the others
 * say what held before, since when, and who changed it. A code list belongs to no Mandant, so this is its audit trail.
 */
public final class JdbiListenablage implements Listenablage {

    private static final String GELTEND = " from ozg_codeliste c where stand ="
            + " (select max(d.stand) from ozg_codeliste d where d.urn = c.urn and d.version = c.version)";

    private final Datenbank datenbank;
    private final Clock clock;

    /** In this database. */
    public JdbiListenablage(Datenbank datenbank, Clock clock) {
        this.datenbank = datenbank;
        this.clock = clock;
    }

    @Override
    public List<Listendatei> liste() {
        return datenbank.transaktion(
                h -> h.createQuery("select urn, version, sha256, groesse, installiert_am, installiert_von" + GELTEND
                                + " order by urn, version")
                        .map((rs, ctx) -> new Listendatei(
                                rs.getString("urn"),
                                rs.getString("version"),
                                rs.getString("sha256"),
                                rs.getLong("groesse"),
                                Instant.ofEpochMilli(rs.getLong("installiert_am")),
                                rs.getString("installiert_von")))
                        .list());
    }

    @Override
    public Optional<byte[]> lies(String urn, String version) {
        return datenbank.transaktion(
                h -> h.createQuery("select inhalt" + GELTEND + " and urn = :urn and version = :version")
                        .bind("urn", urn)
                        .bind("version", version)
                        .map((rs, ctx) -> rs.getBytes("inhalt"))
                        .findOne());
    }

    @Override
    public List<Ergebnis> lege(List<Eingang> eingaenge, boolean ersetzen, String handelnder) {
        try {
            return versuche(eingaenge, ersetzen, handelnder);
        } catch (OzgException e) {
            if (e.fehlercode() != StoreFehler.ANWEISUNG) {
                throw e;
            }
            return versuche(eingaenge, ersetzen, handelnder); // somebody else put the same stand at the same moment
        }
    }

    private List<Ergebnis> versuche(List<Eingang> eingaenge, boolean ersetzen, String handelnder) {
        return datenbank.transaktion(h -> {
            List<Ergebnis> ergebnisse = new ArrayList<>();
            for (Eingang eingang : eingaenge) {
                ergebnisse.add(lege(h, eingang, ersetzen, handelnder));
            }
            if (ergebnisse.contains(Ergebnis.ABGELEHNT)) {
                h.rollback();
            }
            return ergebnisse;
        });
    }

    private Ergebnis lege(Handle h, Eingang eingang, boolean ersetzen, String handelnder) {
        String sha256 = Sha256.hex(eingang.inhalt());
        Optional<Geltend> geltend = h.createQuery(
                        "select stand, sha256" + GELTEND + " and urn = :urn and version = :version")
                .bind("urn", eingang.urn())
                .bind("version", eingang.version())
                .map((rs, ctx) -> new Geltend(rs.getInt("stand"), Objects.requireNonNull(rs.getString("sha256"))))
                .findOne();
        if (geltend.filter(g -> g.sha256().equals(sha256)).isPresent()) {
            return Ergebnis.UNVERAENDERT;
        }
        if (geltend.isPresent() && !ersetzen) {
            return Ergebnis.ABGELEHNT;
        }
        h.createUpdate(
                        "insert into ozg_codeliste (urn, version, stand, sha256, groesse, installiert_am,"
                                + " installiert_von, inhalt) values (:urn, :version, :stand, :sha256, :groesse, :am, :von, :inhalt)")
                .bind("urn", eingang.urn())
                .bind("version", eingang.version())
                .bind("stand", geltend.map(g -> g.stand() + 1).orElse(1))
                .bind("sha256", sha256)
                .bind("groesse", (long) eingang.inhalt().length)
                .bind("am", clock.millis())
                .bind("von", handelnder.length() > 100 ? handelnder.substring(0, 100) : handelnder)
                .bind("inhalt", eingang.inhalt())
                .execute();
        return geltend.isPresent() ? Ergebnis.ERSETZT : Ergebnis.NEU;
    }

    private record Geltend(int stand, String sha256) {}
}
