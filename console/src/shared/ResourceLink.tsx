import { Link } from 'react-router';
import { useResources } from './useResources';

/** A resource by its name in the catalogue; its id is told on pointing at it. */
export function ResourceLink({ id }: { id: string }) {
  const nameOf = useResources();
  return (
    <Link to={'/resources/' + encodeURIComponent(id)} title={id}>
      {nameOf(id)}
    </Link>
  );
}
