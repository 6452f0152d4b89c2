/* SPDX-License-Identifier: EUPL-1.2 */
/** What stands behind {@link de.kommunalsdk.http.HttpZugang}: OkHttp and Failsafe, without any of their habit to send twice. Nobody else comes in. */
@NullMarked
package de.kommunalsdk.http.internal;

import org.jspecify.annotations.NullMarked;
