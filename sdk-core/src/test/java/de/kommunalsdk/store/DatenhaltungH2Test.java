/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store;

import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

class DatenhaltungH2Test extends DatenhaltungContract {

    @Override
    DataSource neueDatenbank() {
        return JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

    @Override
    void schliesse(DataSource quelle) {
        ((JdbcConnectionPool) quelle).dispose();
    }
}
