import { Navigate } from 'react-router';
import { useMe } from '../api/session.api';
import { firstPage, firstPageOfReps } from '../page-files';

/** Where the address of the product itself leads: reps to their day, everybody else to the board. */
export function FirstPage() {
  const { role } = useMe().person;
  return <Navigate to={role === 'rep' ? firstPageOfReps : firstPage} replace />;
}
