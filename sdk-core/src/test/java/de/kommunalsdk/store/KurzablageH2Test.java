/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store;

import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

class KurzablageH2Test extends KurzablageContract {

    @Override
    DataSource neueDatenbank() {
        return JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    }
}
